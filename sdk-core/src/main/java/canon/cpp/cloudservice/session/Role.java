package canon.cpp.cloudservice.session;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/** What an account may do at its site. A plain user has no role. The set is open. */
public final class Role extends OpenValue {
  /** Cloud service administrator (D7). */
  public static final Role ADMINISTRATOR = new Role("administrator", true);

  private static final OpenSet<Role> KNOWN = new OpenSet<>(ADMINISTRATOR);

  private Role(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static Role of(String id) {
    Role constant = KNOWN.find(id);
    return constant == null ? new Role(id, false) : constant;
  }
}
