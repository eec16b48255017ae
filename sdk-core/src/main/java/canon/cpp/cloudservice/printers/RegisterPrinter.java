package canon.cpp.cloudservice.printers;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;

/**
 * The registration of a printer, with the two options that need explicit consent.
 *
 * <pre>{@code
 * try {
 *   registration.execute();
 * } catch (ConflictException e) {          // printer-registered-elsewhere: ask, and on a yes:
 *   registration.transferFromOtherSite().execute();
 * }
 * }</pre>
 */
@CheckReturnValue
public interface RegisterPrinter extends Change<RegisteredPrinter> {

  /**
   * Transfers the printer if it is registered at another site; that site is not asked (D21). Call
   * this only after the administrator has agreed.
   *
   * @return a registration that may move the printer
   */
  RegisterPrinter transferFromOtherSite();

  /**
   * Founds a new site with this printer, for an account that is not registered at any site. The
   * account becomes the site's first administrator (D4). A dedicated account is recommended (D19).
   *
   * @return a registration that founds a site
   */
  RegisterPrinter foundSite();

  @Override
  RegisterPrinter idempotencyKey(String key);

  @Override
  RegisterPrinter timeout(Duration timeout);

  @Override
  RegisterPrinter retryPolicy(RetryPolicy policy);

  @Override
  RegisterPrinter header(String name, String value);
}
