package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.net.URI;
import java.util.Optional;

/**
 * A service to be held against the contract, and what the {@link CloudServiceContractKit} may use
 * there. What an endpoint does not have, it leaves out: the tests that need it are reported as
 * skipped, and say what they lack.
 */
public interface ContractEndpoint {

  /**
   * Where the service is.
   *
   * @return what a client is built with
   */
  URI address();

  /**
   * What leads there. Every request of the kit goes through it, so one that looks at what passes
   * sees all.
   *
   * @return the transport; the kit does not close it
   */
  HttpTransport transport();

  /**
   * Who administers the site at which the tests take place. The account stays as it is.
   *
   * @return the account of an active administrator
   */
  ContractAccount administrator();

  /**
   * An address that nobody has and no site knows. The kit adds it to the site, and removes it.
   *
   * @return another one each time, in lower case
   */
  String freshAddress();

  /**
   * The same on {@code gmail.com}, where dots in an address do not count (D6).
   *
   * @return another one each time, with a dot before the {@code @}; empty, unless overridden
   */
  default Optional<String> freshGoogleAddress() {
    return Optional.empty();
  }

  /**
   * An account that no site knows. The kit makes it a user or an administrator, uses it, and
   * removes it: between tests it is free again.
   *
   * @return the account; empty, unless overridden
   */
  default Optional<ContractAccount> spare() {
    return Optional.empty();
  }

  /**
   * The account of {@link #spare()}, but nobody vouches for its address (D33).
   *
   * @return the account; empty, unless overridden
   */
  default Optional<ContractAccount> spareWithUnverifiedEmail() {
    return Optional.empty();
  }

  /**
   * Another account with the address of {@link #spare()} (D33).
   *
   * @return the account; empty, unless overridden
   */
  default Optional<ContractAccount> spareImpostor() {
    return Optional.empty();
  }

  /**
   * An active administrator of another site.
   *
   * @return the account; empty, unless overridden
   */
  default Optional<ContractAccount> administratorElsewhere() {
    return Optional.empty();
  }

  /**
   * An account that no site knows and that may found one. <b>That site stays:</b> its last
   * administrator cannot be removed (D13).
   *
   * @return another one each time; empty, unless overridden
   */
  default Optional<ContractAccount> founder() {
    return Optional.empty();
  }

  /**
   * A printer that is registered nowhere, with a good proof (D20). The kit registers it, and
   * removes it.
   *
   * @return the printer, which may be the same each time; empty, unless overridden
   */
  default Optional<PrinterIdentity> printer() {
    return Optional.empty();
  }

  /**
   * A token whose life is over.
   *
   * @return the token; empty, unless overridden
   */
  default Optional<AccessToken> expiredToken() {
    return Optional.empty();
  }

  /**
   * What makes the service fail on demand.
   *
   * @return the means; empty, unless overridden
   */
  default Optional<Disturbances> disturbances() {
    return Optional.empty();
  }
}
