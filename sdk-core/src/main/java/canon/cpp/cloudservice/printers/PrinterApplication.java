package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;

/**
 * Whether one application can use a printer (D28).
 *
 * @param application the application
 * @param enabled whether the application is enabled in the settings of the printer
 * @param licensed whether the licence is present, missing or not required
 */
public record PrinterApplication(Application application, boolean enabled, LicenceState licensed) {

  public PrinterApplication {
    requireNonNull(application, "application");
    requireNonNull(licensed, "licensed");
  }

  /**
   * Returns whether the application offers the printer: enabled, and no licence is missing.
   *
   * @return false also for a licence state that this version of the library does not know
   */
  public boolean isReady() {
    return enabled
        && (licensed.equals(LicenceState.PRESENT) || licensed.equals(LicenceState.NOT_REQUIRED));
  }
}
