package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * What an operation did to one list or role (D12, D15). An open set.
 *
 * @param id the id on the wire
 */
public record ChangeResult(String id) {
  /** It was missing and has been added. */
  public static final ChangeResult ADDED = new ChangeResult("added");

  /** It was there already. */
  public static final ChangeResult ALREADY_PRESENT = new ChangeResult("alreadyPresent");

  /** It was there and has been removed. */
  public static final ChangeResult REMOVED = new ChangeResult("removed");

  /** It was not there. */
  public static final ChangeResult NOT_PRESENT = new ChangeResult("notPresent");

  private static final OpenSet<ChangeResult> KNOWN =
      new OpenSet<>(
          ChangeResult::id, ChangeResult::new, ADDED, ALREADY_PRESENT, REMOVED, NOT_PRESENT);

  /**
   * Creates the value.
   *
   * @param id the id on the wire
   * @throws NullPointerException if something is missing that may not be null
   */
  public ChangeResult {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static ChangeResult of(String id) {
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
