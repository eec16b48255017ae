package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * The state of an entry in an application user list: Invited or Active (D8, D9). Only the Remote
 * Control list knows the invited state. The set is open.
 */
public final class ListState extends OpenValue {
  /** Added, but the Remote Control app was not yet used with the user's own account. */
  public static final ListState INVITED = new ListState("invited", true);

  /** In use. */
  public static final ListState ACTIVE = new ListState("active", true);

  private static final OpenSet<ListState> KNOWN = new OpenSet<>(INVITED, ACTIVE);

  private ListState(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static ListState of(String id) {
    ListState constant = KNOWN.find(id);
    return constant == null ? new ListState(id, false) : constant;
  }
}
