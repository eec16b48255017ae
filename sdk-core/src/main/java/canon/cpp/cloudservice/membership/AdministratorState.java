package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/** Whether a member is a cloud service administrator (D10). The set is open. */
public final class AdministratorState extends OpenValue {
  /** Not an administrator. */
  public static final AdministratorState NONE = new AdministratorState("none", true);

  /** Added as an administrator, but not signed in since (D11). */
  public static final AdministratorState INVITED = new AdministratorState("invited", true);

  /** An administrator who has signed in. */
  public static final AdministratorState ACTIVE = new AdministratorState("active", true);

  private static final OpenSet<AdministratorState> KNOWN = new OpenSet<>(NONE, INVITED, ACTIVE);

  private AdministratorState(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static AdministratorState of(String id) {
    AdministratorState constant = KNOWN.find(id);
    return constant == null ? new AdministratorState(id, false) : constant;
  }
}
