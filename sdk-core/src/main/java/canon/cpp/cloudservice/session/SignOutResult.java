package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * What logging out did (D32). An open set.
 *
 * @param id the id on the wire
 */
public record SignOutResult(String id) {
  /** The session was open and has ended. */
  public static final SignOutResult ENDED = new SignOutResult("ended");

  /** The session had ended before. */
  public static final SignOutResult ALREADY_ENDED = new SignOutResult("alreadyEnded");

  private static final OpenSet<SignOutResult> KNOWN =
      new OpenSet<>(SignOutResult::id, SignOutResult::new, ENDED, ALREADY_ENDED);

  /**
   * Creates the value.
   *
   * @param id the id on the wire
   * @throws NullPointerException if something is missing that may not be null
   */
  public SignOutResult {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static SignOutResult of(String id) {
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
