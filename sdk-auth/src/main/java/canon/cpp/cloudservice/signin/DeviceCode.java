package canon.cpp.cloudservice.signin;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;

/**
 * The code with which a user signs in on another device, such as a phone (RFC 8628).
 *
 * @param userCode the code to enter
 * @param verificationUri the page on which to enter it
 * @param expiresAt when the code expires, by this machine's clock
 */
public record DeviceCode(String userCode, URI verificationUri, Instant expiresAt) {

  /**
   * Creates the value.
   *
   * @param userCode the code to enter
   * @param verificationUri the page on which to enter it
   * @param expiresAt when the code expires
   * @throws NullPointerException if an argument is null
   */
  public DeviceCode {
    requireNonNull(userCode, "userCode");
    requireNonNull(verificationUri, "verificationUri");
    requireNonNull(expiresAt, "expiresAt");
  }

  /**
   * Returns a message for the user, in English.
   *
   * @return a sentence with the page and the code
   */
  public String message() {
    return "To sign in, open " + verificationUri + " in a browser and enter the code " + userCode;
  }

  /** Hides the code, because a reader of a log could use it. */
  @Override
  public String toString() {
    return "DeviceCode[" + verificationUri + ", expires " + expiresAt + "]";
  }
}
