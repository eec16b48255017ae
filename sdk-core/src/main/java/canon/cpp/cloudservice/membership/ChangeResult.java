package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/** What an operation did to one list or role (D12, D15). The set is open. */
public final class ChangeResult extends OpenValue {
  /** It was missing and was added. */
  public static final ChangeResult ADDED = new ChangeResult("added", true);

  /** It was present already. */
  public static final ChangeResult ALREADY_PRESENT = new ChangeResult("alreadyPresent", true);

  /** It was present and was removed. */
  public static final ChangeResult REMOVED = new ChangeResult("removed", true);

  /** It was not present. */
  public static final ChangeResult NOT_PRESENT = new ChangeResult("notPresent", true);

  private static final OpenSet<ChangeResult> KNOWN =
      new OpenSet<>(ADDED, ALREADY_PRESENT, REMOVED, NOT_PRESENT);

  private ChangeResult(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static ChangeResult of(String id) {
    ChangeResult constant = KNOWN.find(id);
    return constant == null ? new ChangeResult(id, false) : constant;
  }
}
