package canon.cpp.cloudservice.printers;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.time.Duration;

/**
 * The registration of a printer, with the two explicit wishes that it may need.
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
   * Moves the printer here if it is registered at another site, without asking that site (D21).
   * Only after the administrator has said so.
   *
   * @return a registration that may move the printer
   */
  RegisterPrinter transferFromOtherSite();

  /**
   * Founds a new site with this printer, for an account that no site knows; it becomes the site's
   * first administrator (D4). A dedicated account is recommended (D19).
   *
   * @return a registration that founds a site
   */
  RegisterPrinter foundSite();

  @Override
  RegisterPrinter idempotencyKey(String key);

  @Override
  RegisterPrinter timeout(Duration timeout);

  @Override
  RegisterPrinter header(String name, String value);
}
