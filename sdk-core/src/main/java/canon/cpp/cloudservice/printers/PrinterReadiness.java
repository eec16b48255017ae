package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an application offers a printer or does not (D28): registered, enabled, licensed, and when it
 * last sent data. The client derives it from {@link Printers#find}.
 *
 * <pre>{@code
 * PrinterReadiness readiness = client.printers().readiness("VP-1001").execute();
 * if (!readiness.isReadyFor(REMOTE_MATCH)) {
 *   readiness.advice(REMOTE_MATCH).forEach(page::show);
 * }
 * }</pre>
 *
 * @param printer the printer; null if it is not registered at this site
 */
public record PrinterReadiness(@Nullable Printer printer) {

  /**
   * Returns whether the printer is registered at this site.
   *
   * @return false if the site has no printer with the key
   */
  public boolean isRegistered() {
    return printer != null;
  }

  /**
   * Returns when the printer last sent data to the applications (D23).
   *
   * @return empty if it has not sent data yet or is not registered
   */
  public Optional<Instant> lastDataAt() {
    return Optional.ofNullable(printer).map(Printer::lastDataAt);
  }

  /**
   * Returns what the service knows of the printer and one application.
   *
   * @param application the application
   * @return empty if the printer is not registered or the service does not name the application
   */
  public Optional<PrinterApplication> in(Application application) {
    requireNonNull(application, "application");
    if (printer == null) {
      return Optional.empty();
    }
    return printer.applications().stream()
        .filter(entry -> entry.application().equals(application))
        .findFirst();
  }

  /**
   * Returns whether an application offers the printer.
   *
   * @param application the application
   * @return true if the printer is registered, enabled for the application, and no licence is
   *     missing
   */
  public boolean isReadyFor(Application application) {
    return in(application).filter(PrinterApplication::isReady).isPresent();
  }

  /**
   * Returns what to do so that an application offers the printer, in this order, as English text
   * for people.
   *
   * @param application the application
   * @return the steps; empty if nothing has to be done
   */
  public List<String> advice(Application application) {
    requireNonNull(application, "application");
    if (printer == null) {
      return List.of("Register the printer from its own Settings Editor.");
    }
    Optional<PrinterApplication> entry = in(application);
    if (!entry.isPresent()) {
      return List.of("The service does not name this application. Ask its operator.");
    }
    List<String> steps = new ArrayList<>();
    if (!entry.get().enabled()) {
      steps.add("Enable the application in the Settings Editor of the printer.");
    }
    if (entry.get().licensed().equals(LicenceState.MISSING)) {
      steps.add("Obtain the licence of the application for this serial number (On Remote Server).");
    }
    if (printer.lastDataAt() == null) {
      steps.add(
          "The printer has not sent data yet. Check its connection to the cloud service, and wait.");
    }
    return List.copyOf(steps);
  }
}
