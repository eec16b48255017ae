package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * What an account may do at its site. A plain user has no role. An open set.
 *
 * @param id the id on the wire
 */
public record Role(String id) {
  /** Cloud service administrator (D7). */
  public static final Role ADMINISTRATOR = new Role("administrator");

  private static final OpenSet<Role> KNOWN = new OpenSet<>(Role::id, Role::new, ADMINISTRATOR);

  /**
   * Creates the value.
   *
   * @param id the id on the wire
   * @throws NullPointerException if something is missing that may not be null
   */
  public Role {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static Role of(String id) {
    return KNOWN.valueOf(requireNonNull(id, "id"));
  }

  /**
   * Whether this version of the library knows the value.
   *
   * @return false for a value that the service has learnt since
   */
  public boolean isKnown() {
    return KNOWN.contains(id);
  }

  /** Shows the id. */
  @Override
  public String toString() {
    return id;
  }
}
