package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import java.time.Instant;

/**
 * A token request of an authenticated client.
 *
 * @param realm the first segment of the path: a tenant, or a place that several share
 * @param app the program
 * @param proof how it has shown that
 * @param form what it sent
 * @param now when
 */
record TokenCall(String realm, EntraRegistration app, Proof proof, Parameters form, Instant now) {

  /** How a client authenticates; the numbers are those of the claim {@code azpacr}. */
  enum Proof {
    NONE("0"),
    SECRET("1"),
    ASSERTION("2");

    private final String number;

    Proof(String number) {
      this.number = number;
    }

    String number() {
      return number;
    }
  }
}
