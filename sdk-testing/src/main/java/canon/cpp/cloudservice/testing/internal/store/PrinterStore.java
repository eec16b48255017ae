package canon.cpp.cloudservice.testing.internal.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The printers of all sites, and the licences, which belong to serial numbers (D24). */
public final class PrinterStore {
  private final Map<String, RegisteredPrinter> bySerialNumber = new HashMap<>();
  private final Map<String, RegisteredPrinter> byId = new HashMap<>();
  private final Map<String, Set<ApplicationList>> licences = new HashMap<>();
  private final Map<String, PrinterSettings> settings = new HashMap<>();
  private final Ids ids = new Ids("prn");

  public Optional<RegisteredPrinter> withSerialNumber(String serialNumber) {
    return Optional.ofNullable(bySerialNumber.get(serialNumber));
  }

  public Optional<RegisteredPrinter> withId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Registers a printer under a new id and removes an earlier registration of the serial number
   * (D21).
   */
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

  /** Records that a printer sent data to the applications (D23). */
  public void sendData(String serialNumber, Instant now) {
    RegisteredPrinter printer =
        withSerialNumber(serialNumber)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No printer is registered with serial number " + serialNumber));
    put(printer.withLastDataAt(now));
  }

  public Set<ApplicationList> licences(String serialNumber) {
    return licences.getOrDefault(serialNumber, Set.of());
  }

  public void setLicences(String serialNumber, Set<ApplicationList> applications) {
    licences.put(serialNumber, Set.copyOf(applications));
  }

  public PrinterSettings settings(String serialNumber) {
    return settings.getOrDefault(serialNumber, PrinterSettings.NONE);
  }

  public void setSettings(String serialNumber, PrinterSettings reported) {
    settings.put(serialNumber, reported);
  }

  /** Returns what each printer has reported, ordered by serial number. */
  public SortedMap<String, PrinterSettings> allSettings() {
    SortedMap<String, PrinterSettings> reported = new TreeMap<>(CodePointOrder.INSTANCE);
    settings.forEach(
        (serialNumber, one) -> {
          if (!one.equals(PrinterSettings.NONE)) {
            reported.put(serialNumber, one);
          }
        });
    return reported;
  }

  /** Adds a restored printer under its own id, which must be unique. */
  public void restore(RegisteredPrinter printer) {
    put(printer);
  }

  public Ids ids() {
    return ids;
  }

  /** Returns the licences of each serial number that has any, ordered by serial number. */
  public SortedMap<String, Set<ApplicationList>> allLicences() {
    SortedMap<String, Set<ApplicationList>> held = new TreeMap<>(CodePointOrder.INSTANCE);
    licences.forEach(
        (serialNumber, applications) -> {
          if (!applications.isEmpty()) {
            held.put(serialNumber, applications);
          }
        });
    return held;
  }

  void clear() {
    bySerialNumber.clear();
    byId.clear();
    licences.clear();
    settings.clear();
    ids.goOnAfter(0);
  }

  private RegisteredPrinter put(RegisteredPrinter printer) {
    bySerialNumber.put(printer.serialNumber(), printer);
    byId.put(printer.id(), printer);
    printer.site().printers().put(printer.serialNumber(), printer);
    return printer;
  }
}
