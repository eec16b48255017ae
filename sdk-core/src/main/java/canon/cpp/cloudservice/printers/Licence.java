package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;

/**
 * Whether a printer has the licence of an application, according to On Remote Server (ORS), by
 * serial number (D24).
 *
 * @param application the application
 * @param available whether the licence is available
 */
public record Licence(Application application, boolean available) {

  public Licence {
    requireNonNull(application, "application");
  }
}
