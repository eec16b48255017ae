package canon.cpp.cloudservice.printers;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;

/**
 * Whether a printer has the licence of an application, as On Remote Server (ORS) says by serial
 * number (D24).
 *
 * @param application whose licence
 * @param available whether it is there
 */
public record Licence(Application application, boolean available) {

  /**
   * Creates the value.
   *
   * @param application whose licence
   * @param available whether it is there
   * @throws NullPointerException if something is missing that may not be null
   */
  public Licence {
    requireNonNull(application, "application");
  }
}
