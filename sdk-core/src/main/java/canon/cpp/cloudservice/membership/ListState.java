package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * The state of an entry in an application user list: Invited or Active (D8, D9). Only the Remote
 * Control list knows the invited state. An open set.
 *
 * @param id the id on the wire
 */
public record ListState(String id) {
  /** Added, but the Remote Control app was not yet used with the user's own account. */
  public static final ListState INVITED = new ListState("invited");

  /** In use. */
  public static final ListState ACTIVE = new ListState("active");

  private static final OpenSet<ListState> KNOWN =
      new OpenSet<>(ListState::id, ListState::new, INVITED, ACTIVE);

  /**
   * Creates the value.
   *
   * @param id the id on the wire
   * @throws NullPointerException if something is missing that may not be null
   */
  public ListState {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static ListState of(String id) {
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
