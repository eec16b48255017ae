package canon.cpp.cloudservice.session;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;

/**
 * The operations on the session of the client's account.
 *
 * <pre>{@code
 * SignedIn me = client.session().signIn().execute();
 * client.session().signOut().execute();
 * }</pre>
 *
 * <p>This library implements the interface and may add methods to it.
 */
@CheckReturnValue
public interface Sessions {

  /**
   * Signs in to the service with the account of the token (D30). The first sign-in binds the
   * invitation to the account (D33) and makes an invited administrator active (D10).
   *
   * @return a change whose result is the session
   */
  Change<SignedIn> signIn();

  /**
   * Reads the session.
   *
   * @return a call; rejected with {@code sign-in-required} if the account never signed in
   */
  Call<Session> get();

  /**
   * Logs out: the service rejects this token from now on (D32). Logging out twice succeeds.
   *
   * <p>Afterwards the token provider of this client forgets the account ({@link
   * canon.cpp.cloudservice.auth.TokenProvider#forget()}), so that the next sign-in starts from the
   * beginning. If that fails, a warning is logged; the account is logged out nevertheless.
   *
   * <p>This ends only the session of the service: the user may stay signed in to the Microsoft or
   * Google account in the browser (D31). An application that offers Log out must say so.
   *
   * @return a change that answers whether the session was open
   */
  Change<SignedOut> signOut();
}
