package canon.cpp.cloudservice.testing.internal.store;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a printer reports of itself (D28). It belongs to the serial number, as the setting is on the
 * printer.
 *
 * @param enabled the applications that are enabled on the printer
 * @param softwareVersion the software version; null until the first report
 */
public record PrinterSettings(Set<ApplicationList> enabled, @Nullable String softwareVersion) {
  /** A printer that has not reported anything. */
  public static final PrinterSettings NONE = new PrinterSettings(Set.of(), null);

  public PrinterSettings {
    enabled = Set.copyOf(enabled);
  }

  public PrinterSettings withEnabled(Set<ApplicationList> applications) {
    return new PrinterSettings(applications, softwareVersion);
  }

  public PrinterSettings withSoftwareVersion(@Nullable String version) {
    return new PrinterSettings(enabled, version);
  }
}
