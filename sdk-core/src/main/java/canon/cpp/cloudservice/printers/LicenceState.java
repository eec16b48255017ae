package canon.cpp.cloudservice.printers;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/** The state of the licence of a printer for one application (D24, D28). The set is open. */
public final class LicenceState extends OpenValue {
  /** The licence is present. */
  public static final LicenceState PRESENT = new LicenceState("present", true);

  /** The application needs a licence, and it is missing. */
  public static final LicenceState MISSING = new LicenceState("missing", true);

  /** The application needs no licence. */
  public static final LicenceState NOT_REQUIRED = new LicenceState("not-required", true);

  private static final OpenSet<LicenceState> KNOWN = new OpenSet<>(PRESENT, MISSING, NOT_REQUIRED);

  private LicenceState(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static LicenceState of(String id) {
    LicenceState constant = KNOWN.find(id);
    return constant == null ? new LicenceState(id, false) : constant;
  }
}
