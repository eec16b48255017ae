package canon.cpp.cloudservice.printers;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.PagedCall;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.util.Optional;

/**
 * The registered printers of the site, for administrators.
 *
 * <pre>{@code
 * RegisteredPrinter done = client.printers().register(thisPrinter, "Press 1").execute();
 * }</pre>
 *
 * <p>A printer key is the id ({@code prn_…}) or the serial number. The library implements this
 * interface; methods may be added to it.
 */
@CheckReturnValue
public interface Printers {

  /**
   * Registers a printer at the administrator's site, or changes its display name there (D22).
   *
   * @param printer the printer, from its own host (D20)
   * @param displayName the display name, 1 to 128 characters
   * @return a change whose result says what was done; its options allow a transfer from another
   *     site, or found a site
   * @throws IllegalArgumentException if the name is blank, too long or has control characters
   */
  RegisterPrinter register(PrinterIdentity printer, String displayName);

  /**
   * Reads a printer.
   *
   * @param printerKey the id or the serial number
   * @return a call that fails with {@link canon.cpp.cloudservice.errors.NotFoundException} if there
   *     is none
   * @throws IllegalArgumentException if it cannot be a key
   */
  Call<Printer> get(String printerKey);

  /**
   * Reads a printer that may not be registered.
   *
   * @param printerKey the id or the serial number
   * @return a call whose result is empty if there is none
   * @throws IllegalArgumentException if it cannot be a key
   */
  Call<Optional<Printer>> find(String printerKey);

  /**
   * Finds out why an application offers a printer or does not (D28): registered, enabled, licensed,
   * last data, and what to do.
   *
   * @param printerKey the id or the serial number
   * @return a call whose result also describes a printer that is not registered
   * @throws IllegalArgumentException if it cannot be a key
   */
  Call<PrinterReadiness> readiness(String printerKey);

  /**
   * Waits until a printer has sent data for the first time since it was registered (D23). Timeout
   * and failures are those of {@link canon.cpp.cloudservice.membership.Users#awaitActive}.
   *
   * <pre>{@code
   * Printer printer = client.printers().awaitFirstData("VP-1001").timeout(Duration.ofMinutes(5)).execute();
   * }</pre>
   *
   * @param printerKey the id or the serial number
   * @return a call that fails with {@link canon.cpp.cloudservice.errors.NotFoundException} as soon
   *     as the printer is not registered at this site
   * @throws IllegalArgumentException if it cannot be a key
   */
  Call<Printer> awaitFirstData(String printerKey);

  /**
   * Waits until an application offers a printer (D28), as {@link PrinterReadiness#isReadyFor} says.
   * Timeout and failures are those of {@link canon.cpp.cloudservice.membership.Users#awaitActive}.
   *
   * @param printerKey the id or the serial number
   * @param application the application
   * @return a call that fails with {@link canon.cpp.cloudservice.errors.NotFoundException} as soon
   *     as the printer is not registered at this site
   * @throws IllegalArgumentException if it cannot be a key
   */
  Call<Printer> awaitReady(String printerKey, Application application);

  /**
   * Removes a printer from the site; the last one can be removed too (D25).
   *
   * @param printerKey the id or the serial number
   * @return a change whose result is the removed printer
   * @throws IllegalArgumentException if it cannot be a key
   */
  Change<RemovedPrinter> remove(String printerKey);

  /**
   * Lists the printers, ordered by serial number.
   *
   * @return the list, not yet read
   */
  PagedCall<Printer> list();
}
