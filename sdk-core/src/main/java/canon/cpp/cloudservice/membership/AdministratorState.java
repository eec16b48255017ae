package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * Whether somebody is a cloud service administrator (D10). An open set.
 *
 * @param id the id on the wire
 */
public record AdministratorState(String id) {
  /** No administrator. */
  public static final AdministratorState NONE = new AdministratorState("none");

  /** Added as an administrator, but not signed in since (D11). */
  public static final AdministratorState INVITED = new AdministratorState("invited");

  /** An administrator who has signed in. */
  public static final AdministratorState ACTIVE = new AdministratorState("active");

  private static final OpenSet<AdministratorState> KNOWN =
      new OpenSet<>(AdministratorState::id, AdministratorState::new, NONE, INVITED, ACTIVE);

  /**
   * Creates the value.
   *
   * @param id the id on the wire
   * @throws NullPointerException if something is missing that may not be null
   */
  public AdministratorState {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static AdministratorState of(String id) {
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
