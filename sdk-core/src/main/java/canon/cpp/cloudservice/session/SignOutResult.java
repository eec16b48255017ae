package canon.cpp.cloudservice.session;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/** What logging out did (D32). The set is open. */
public final class SignOutResult extends OpenValue {
  /** The session was open and has ended. */
  public static final SignOutResult ENDED = new SignOutResult("ended", true);

  /** The session had ended before. */
  public static final SignOutResult ALREADY_ENDED = new SignOutResult("alreadyEnded", true);

  private static final OpenSet<SignOutResult> KNOWN = new OpenSet<>(ENDED, ALREADY_ENDED);

  private SignOutResult(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static SignOutResult of(String id) {
    SignOutResult constant = KNOWN.find(id);
    return constant == null ? new SignOutResult(id, false) : constant;
  }
}
