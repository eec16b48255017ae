package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.PrinterSettings;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Further properties of a printer that is seeded.
 *
 * <pre>{@code
 * site.printer(
 *     "varioPRINT 140",
 *     "VP-1001",
 *     "Press 1",
 *     printer -> printer.licences(DASHBOARD, REMOTE_MATCH).lastDataAt(FakeClock.START));
 * }</pre>
 */
public final class PrinterSeed {
  private Set<ApplicationList> licences = EnumSet.noneOf(ApplicationList.class);
  private PrinterSettings settings = PrinterSettings.NONE;
  private @Nullable Instant lastDataAt;

  PrinterSeed() {}

  /**
   * Sets the licences that On Remote Server holds for the printer (D24); none by default.
   *
   * @param applications the applications with a licence
   * @return this printer
   * @throws IllegalArgumentException if an application is unknown
   */
  public PrinterSeed licences(Application... applications) {
    licences = ApplicationLists.of(applications);
    return this;
  }

  /**
   * Sets when the printer last sent data to the applications (D23); never by default.
   *
   * @param instant the time
   * @return this printer
   */
  public PrinterSeed lastDataAt(Instant instant) {
    lastDataAt = instant;
    return this;
  }

  /**
   * Sets which applications are enabled on the printer (D28); none if this is not called.
   *
   * @param applications the enabled applications
   * @return this printer
   * @throws IllegalArgumentException if an application is not known
   */
  public PrinterSeed enabled(Application... applications) {
    settings = settings.withEnabled(ApplicationLists.of(applications));
    return this;
  }

  /**
   * Sets the software version that the printer has reported (D28); none if this is not called.
   *
   * @param version the version
   * @return this printer
   */
  public PrinterSeed softwareVersion(String version) {
    settings = settings.withSoftwareVersion(requireNonNull(version, "version"));
    return this;
  }

  PrinterSettings settings() {
    return settings;
  }

  Set<ApplicationList> licences() {
    return licences;
  }

  @Nullable Instant lastDataAt() {
    return lastDataAt;
  }
}
