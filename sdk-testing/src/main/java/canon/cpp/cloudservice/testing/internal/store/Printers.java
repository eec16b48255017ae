package canon.cpp.cloudservice.testing.internal.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All printers of all sites, and their licences, which belong to the serial number (D24). */
public final class Printers {
  private final Map<String, RegisteredPrinter> bySerialNumber = new HashMap<>();
  private final Map<String, RegisteredPrinter> byId = new HashMap<>();
  private final Map<String, Set<ApplicationList>> licences = new HashMap<>();
  private final Ids ids = new Ids("prn");

  public Optional<RegisteredPrinter> withSerialNumber(String serialNumber) {
    return Optional.ofNullable(bySerialNumber.get(serialNumber));
  }

  public Optional<RegisteredPrinter> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Registers a printer under a new id; whatever held the serial number before is gone (D21). */
  public RegisteredPrinter register(
      Site site, String series, String serialNumber, String displayName, Instant now) {
    withSerialNumber(serialNumber).ifPresent(this::remove);
    return put(
        new RegisteredPrinter(ids.next(), site, series, serialNumber, displayName, now, null));
  }

  public RegisteredPrinter rename(RegisteredPrinter printer, String displayName) {
    return put(printer.withDisplayName(displayName));
  }

  public void remove(RegisteredPrinter printer) {
    bySerialNumber.remove(printer.serialNumber());
    byId.remove(printer.id());
    printer.site().printers().remove(printer.serialNumber());
  }

  /** The printer sends data to the applications (D23). */
  public RegisteredPrinter sendData(RegisteredPrinter printer, Instant now) {
    return put(printer.withLastDataAt(now));
  }

  public Set<ApplicationList> licences(String serialNumber) {
    return licences.getOrDefault(serialNumber, Set.of());
  }

  public void setLicences(String serialNumber, Set<ApplicationList> applications) {
    licences.put(serialNumber, Set.copyOf(applications));
  }

  private RegisteredPrinter put(RegisteredPrinter printer) {
    bySerialNumber.put(printer.serialNumber(), printer);
    byId.put(printer.id(), printer);
    printer.site().printers().put(printer.serialNumber(), printer);
    return printer;
  }
}
