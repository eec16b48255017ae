package canon.cpp.cloudservice.testing.contract;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import java.net.URI;
import java.util.Optional;

/**
 * A service to be tested against the contract, with the data that the {@link
 * CloudServiceContractKit} may use there. An endpoint need not supply everything: tests that need
 * missing data are skipped, with a reason.
 */
public interface ContractEndpoint {

  /**
   * Returns the address of the service.
   *
   * @return the address with which a client is built
   */
  URI address();

  /**
   * Returns the transport to the service. Every request of the kit uses it, so a transport that
   * records requests sees all of them.
   *
   * @return the transport; the kit does not close it
   */
  HttpTransport transport();

  /**
   * Returns an administrator of the site at which the tests run. The kit does not change the
   * account.
   *
   * @return the account of an active administrator
   */
  ContractAccount administrator();

  /**
   * Returns an address that no site knows. The kit adds it to the site, and removes it.
   *
   * @return a different address each time, in lower case
   */
  String freshAddress();

  /**
   * Returns such an address on {@code gmail.com}, where dots in an address do not count (D6).
   *
   * @return a different address each time, with a dot before the {@code @}; empty unless overridden
   */
  default Optional<String> freshGoogleAddress() {
    return Optional.empty();
  }

  /**
   * Returns an account that no site knows. The kit makes it a user or an administrator, uses it,
   * and removes it; between tests it is unknown again.
   *
   * @return the account; empty unless overridden
   */
  default Optional<ContractAccount> spare() {
    return Optional.empty();
  }

  /**
   * Returns the account of {@link #spare()} with an unverified address (D33).
   *
   * @return the account; empty unless overridden
   */
  default Optional<ContractAccount> spareWithUnverifiedEmail() {
    return Optional.empty();
  }

  /**
   * Returns another account with the address of {@link #spare()} (D33).
   *
   * @return the account; empty unless overridden
   */
  default Optional<ContractAccount> spareImpostor() {
    return Optional.empty();
  }

  /**
   * Returns an active administrator of another site.
   *
   * @return the account; empty unless overridden
   */
  default Optional<ContractAccount> administratorOfOtherSite() {
    return Optional.empty();
  }

  /**
   * Returns an account that no site knows and that may found a site. <b>That site stays:</b> its
   * last administrator cannot be removed (D13).
   *
   * @return a different account each time; empty unless overridden
   */
  default Optional<ContractAccount> founder() {
    return Optional.empty();
  }

  /**
   * Returns a printer that is not registered, with a valid proof (D20). The kit registers it, and
   * removes it.
   *
   * @return the printer, which may be the same each time; empty unless overridden
   */
  default Optional<PrinterIdentity> printer() {
    return Optional.empty();
  }

  /**
   * Returns an expired token.
   *
   * @return the token; empty unless overridden
   */
  default Optional<AccessToken> expiredToken() {
    return Optional.empty();
  }

  /**
   * Returns the means to make the service fail on demand.
   *
   * @return the means; empty unless overridden
   */
  default Optional<Disturbances> disturbances() {
    return Optional.empty();
  }
}
