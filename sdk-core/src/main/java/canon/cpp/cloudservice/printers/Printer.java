package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A registered printer.
 *
 * @param id the service's id, {@code prn_…}; another one after each registration or transfer
 * @param series the printer series
 * @param serialNumber the serial number
 * @param displayName the name that the administrator entered; need not be unique (D22)
 * @param registeredAt when it was registered at this site
 * @param lastDataAt when it last sent data to the applications; null until the first time (D23)
 * @param licences the licences of each application (D24)
 * @param allRequiredLicencesAvailable whether the licences of Dashboard and Remote Match are
 *     available (D23)
 * @param applications whether each application can use the printer (D28); empty if not known
 * @param softwareVersion the software version that the printer reported last; null until then. A
 *     cluster needs printers of the same series and software version (D28)
 */
public record Printer(
    String id,
    String series,
    String serialNumber,
    String displayName,
    Instant registeredAt,
    @Nullable Instant lastDataAt,
    List<Licence> licences,
    boolean allRequiredLicencesAvailable,
    List<PrinterApplication> applications,
    @Nullable String softwareVersion) {

  public Printer {
    requireNonNull(id, "id");
    requireNonNull(series, "series");
    requireNonNull(serialNumber, "serialNumber");
    requireNonNull(displayName, "displayName");
    requireNonNull(registeredAt, "registeredAt");
    licences = List.copyOf(licences);
    applications = List.copyOf(applications);
  }

  /**
   * Creates a printer without applications and software version.
   *
   * @param id the service's id, {@code prn_…}
   * @param series the printer series
   * @param serialNumber the serial number
   * @param displayName the name that the administrator entered
   * @param registeredAt when it was registered at this site
   * @param lastDataAt when it last sent data to the applications; null until the first time
   * @param licences the licences of each application
   * @param allRequiredLicencesAvailable whether the licences of Dashboard and Remote Match are
   *     available
   */
  public Printer(
      String id,
      String series,
      String serialNumber,
      String displayName,
      Instant registeredAt,
      @Nullable Instant lastDataAt,
      List<Licence> licences,
      boolean allRequiredLicencesAvailable) {
    this(
        id,
        series,
        serialNumber,
        displayName,
        registeredAt,
        lastDataAt,
        licences,
        allRequiredLicencesAvailable,
        Collections.emptyList(),
        null);
  }
}
