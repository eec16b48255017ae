package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/** The kind of a {@link RemovalWarning}. The set is open. */
public final class WarningCode extends OpenValue {
  /** No active administrator is on the Remote Match list any more (D27). */
  public static final WarningCode NO_REMOTE_MATCH_ADMINISTRATOR =
      new WarningCode("no-remote-match-administrator", true);

  private static final OpenSet<WarningCode> KNOWN = new OpenSet<>(NO_REMOTE_MATCH_ADMINISTRATOR);

  private WarningCode(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static WarningCode of(String id) {
    WarningCode constant = KNOWN.find(id);
    return constant == null ? new WarningCode(id, false) : constant;
  }
}
