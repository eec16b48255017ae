package canon.cpp.cloudservice.bulk.snapshot;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two snapshots.
 *
 * @param kind what has changed
 * @param id the id of the member or printer, in the later snapshot if it is there
 * @param subject the canonical address of the member, which is personal data, or the serial number
 *     of the printer
 * @param application the application of the list, licence or setting; null if the kind has none
 * @param before the earlier value, such as a state or a display name; null if there is none
 * @param after the later value; null if there is none
 */
public record SnapshotChange(
    Kind kind,
    String id,
    String subject,
    @Nullable Application application,
    @Nullable String before,
    @Nullable String after) {

  public SnapshotChange {
    requireNonNull(kind, "kind");
    requireNonNull(id, "id");
    requireNonNull(subject, "subject");
  }

  /** What can change. Later versions may add kinds. */
  public enum Kind {
    /** A user joined the list of an application; {@code after} is the state. */
    JOINED_LIST("joined the list of"),
    /** A user left the list of an application; {@code before} is the state. */
    LEFT_LIST("left the list of"),
    /** A user became Active on the list of an application (D9). */
    BECAME_ACTIVE("became Active on the list of"),
    /** A user has another state on the list of an application, such as Invited again (D15). */
    LIST_STATE_CHANGED("has another state on the list of"),
    /** A member was removed and added again meanwhile: the same address has another id. */
    ADDED_AGAIN("was removed and added again"),
    /** A member became an administrator; {@code after} is the state. */
    BECAME_ADMINISTRATOR("became an administrator"),
    /** An administrator signed in for the first time (D10). */
    ADMINISTRATOR_BECAME_ACTIVE("signed in as an administrator for the first time"),
    /** An administrator has another state, such as invited again. */
    ADMINISTRATOR_STATE_CHANGED("has another state as an administrator"),
    /** A member is not an administrator any more; {@code before} is the state. */
    NO_LONGER_ADMINISTRATOR("is not an administrator any more"),
    /** A printer was registered at the site, or moved to it; {@code after} is its display name. */
    PRINTER_ADDED("was registered"),
    /** A printer is not at the site any more; {@code before} is its display name. */
    PRINTER_GONE("is not registered any more"),
    /** A printer was removed and registered again meanwhile: it has another id. */
    PRINTER_REGISTERED_AGAIN("was removed and registered again"),
    /** A printer has another display name. */
    PRINTER_RENAMED("was renamed"),
    /** A licence of a printer is available now (D24). */
    LICENCE_GAINED("gained the licence of"),
    /** A licence of a printer is not available any more (D24). */
    LICENCE_LOST("lost the licence of"),
    /** An application was enabled on a printer (D28). */
    APPLICATION_ENABLED("was enabled for"),
    /** An application was disabled on a printer (D28). */
    APPLICATION_DISABLED("was disabled for"),
    /** A printer sent data for the first time (D23); {@code after} is the time. */
    FIRST_DATA("sent its first data"),
    /** A printer has another software version. */
    SOFTWARE_CHANGED("has another software version");

    private final String phrase;

    Kind(String phrase) {
      this.phrase = phrase;
    }
  }

  /**
   * Returns a sentence with the id, such as "usr_000001 joined the list of remote-match". It
   * contains neither an address nor a display name, so it can be logged.
   */
  @Override
  public String toString() {
    return id + " " + kind.phrase + (application == null ? "" : " " + application);
  }
}
