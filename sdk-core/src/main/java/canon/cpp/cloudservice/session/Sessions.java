package canon.cpp.cloudservice.session;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;

/**
 * The session of the client's account.
 *
 * <pre>{@code
 * SignedIn me = client.session().signIn().execute();
 * client.session().signOut().execute();
 * }</pre>
 *
 * <p>The library implements this interface; methods may be added to it.
 */
@CheckReturnValue
public interface Sessions {

  /**
   * Signs in to the service with the account of the token (D30). The first sign-in binds the
   * invitation to the account (D33) and makes an invited administrator active (D10).
   *
   * @return a change that answers who is signed in
   */
  Change<SignedIn> signIn();

  /**
   * Reads who is signed in.
   *
   * @return a call; rejected with {@code sign-in-required} if the account never signed in
   */
  Call<Session> get();

  /**
   * Logs out: the service rejects this token from now on (D32). Logging out twice succeeds.
   *
   * <p>Then the token provider of this client forgets the account ({@link
   * canon.cpp.cloudservice.auth.TokenProvider#forget()}), so that the next sign-in starts anew. A
   * failure of that is logged; the account is logged out all the same.
   *
   * <p>This ends the session of the service only: the person may stay signed in to the Microsoft or
   * Google account in the browser (D31). An application that offers Log out must say so.
   *
   * @return a change that answers whether the session was open
   */
  Change<SignedOut> signOut();
}
