package canon.cpp.cloudservice.testing.results;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.printers.Licence;
import canon.cpp.cloudservice.printers.LicenceState;
import canon.cpp.cloudservice.printers.Printer;
import canon.cpp.cloudservice.printers.PrinterApplication;
import canon.cpp.cloudservice.testing.FakeClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a registered printer; see {@link Results#printer}.
 *
 * <pre>{@code
 * Printer press =
 *     Results.printer("varioPRINT 140", "VP-1001").licences(DASHBOARD, REMOTE_MATCH).build();
 * }</pre>
 */
public final class PrinterBuilder {
  /** D24. */
  private static final List<Application> LICENSED =
      List.of(Application.DASHBOARD, Application.REMOTE_MATCH);

  private static final List<Application> ALL =
      List.of(Application.DASHBOARD, Application.REMOTE_MATCH, Application.REMOTE_CONTROL);

  private final String series;
  private final String serialNumber;
  private String id;
  private String displayName;
  private Instant registeredAt = FakeClock.START;
  private @Nullable Instant lastDataAt;
  private Set<Application> licences = Set.of();
  private Set<Application> enabled = Set.of();
  private @Nullable String softwareVersion;

  PrinterBuilder(String series, String serialNumber) {
    this.series = requireNonNull(series, "series");
    this.serialNumber = requireNonNull(serialNumber, "serialNumber");
    this.id = Results.id("prn_", serialNumber);
    this.displayName = serialNumber;
  }

  /**
   * Sets the id; derived from the serial number by default.
   *
   * @param value the id
   * @return this builder
   */
  @CanIgnoreReturnValue
  public PrinterBuilder id(String value) {
    id = requireNonNull(value, "value");
    return this;
  }

  /**
   * Sets the display name; the serial number by default.
   *
   * @param name the name entered by the administrator
   * @return this builder
   */
  @CanIgnoreReturnValue
  public PrinterBuilder displayName(String name) {
    displayName = requireNonNull(name, "name");
    return this;
  }

  /**
   * Sets when the printer was registered; {@link FakeClock#START} by default.
   *
   * @param instant the time
   * @return this builder
   */
  @CanIgnoreReturnValue
  public PrinterBuilder registeredAt(Instant instant) {
    registeredAt = requireNonNull(instant, "instant");
    return this;
  }

  /**
   * Sets when the printer last sent data (D23); never by default.
   *
   * @param instant the time
   * @return this builder
   */
  @CanIgnoreReturnValue
  public PrinterBuilder lastDataAt(Instant instant) {
    lastDataAt = requireNonNull(instant, "instant");
    return this;
  }

  /**
   * Sets the available licences (D24); none by default.
   *
   * @param applications the applications with a licence
   * @return this builder
   */
  @CanIgnoreReturnValue
  public PrinterBuilder licences(Application... applications) {
    licences = Set.of(applications);
    return this;
  }

  /**
   * Sets which applications are enabled on the printer (D28); none if not set.
   *
   * @param applications the enabled applications
   * @return this builder
   */
  @CanIgnoreReturnValue
  public PrinterBuilder enabled(Application... applications) {
    enabled = Set.of(applications);
    return this;
  }

  /**
   * Sets the software version that the printer has reported (D28); none if not set.
   *
   * @param version the version
   * @return this builder
   */
  @CanIgnoreReturnValue
  public PrinterBuilder softwareVersion(String version) {
    softwareVersion = requireNonNull(version, "version");
    return this;
  }

  /**
   * Builds the printer.
   *
   * @return the printer
   */
  public Printer build() {
    List<Licence> entries =
        LICENSED.stream().map(one -> new Licence(one, licences.contains(one))).toList();
    return new Printer(
        id,
        series,
        serialNumber,
        displayName,
        registeredAt,
        lastDataAt,
        entries,
        entries.stream().allMatch(Licence::available),
        ALL.stream().map(this::application).toList(),
        softwareVersion);
  }

  private PrinterApplication application(Application application) {
    LicenceState licence =
        licences.contains(application) ? LicenceState.PRESENT : LicenceState.MISSING;
    return new PrinterApplication(
        application,
        enabled.contains(application),
        LICENSED.contains(application) ? licence : LicenceState.NOT_REQUIRED);
  }
}
