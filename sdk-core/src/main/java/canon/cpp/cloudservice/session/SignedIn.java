package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

/**
 * What signing in did.
 *
 * @param session the session
 * @param firstSignIn whether it was the first time, which binds the invitation to the account (D33)
 *     and makes an invited administrator active (D10)
 */
public record SignedIn(Session session, boolean firstSignIn) {

  public SignedIn {
    requireNonNull(session, "session");
  }
}
