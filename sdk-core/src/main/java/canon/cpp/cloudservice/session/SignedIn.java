package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

/**
 * What signing in did.
 *
 * @param session who is signed in now
 * @param firstSignIn whether it was the first time, which binds the invitation to the account (D33)
 *     and makes an invited administrator active (D10)
 */
public record SignedIn(Session session, boolean firstSignIn) {

  /**
   * Creates the value.
   *
   * @param session who is signed in now
   * @param firstSignIn whether it was the first time, which binds the invitation to the account
   * @throws NullPointerException if something is missing that may not be null
   */
  public SignedIn {
    requireNonNull(session, "session");
  }
}
