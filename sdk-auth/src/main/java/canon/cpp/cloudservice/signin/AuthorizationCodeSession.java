package canon.cpp.cloudservice.signin;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * One sign-in in a browser, for web hosts. The host redirects the browser to {@link #url()}; the
 * identity provider redirects it back to the host, with parameters for {@link #complete}.
 *
 * <pre>{@code
 * AuthorizationCodeSession session = app.begin(URI.create("https://printer.example/callback"));
 * keep(handle, session);                            // bound to the browser by a cookie
 * redirect(session.url());
 * …                                                 // the browser is redirected back
 * AccountTokenProvider admin = take(handle).complete(parameters, Duration.ofSeconds(30));
 * }</pre>
 *
 * <p>A session is valid for five minutes and one attempt. The host keeps it under a handle of its
 * own, where only the next request of the same browser finds it. The {@code state} proves that the
 * authorization response belongs to the session; the handle proves that the browser does.
 *
 * <p>Implemented by this library; later versions may add methods.
 */
public interface AuthorizationCodeSession {

  /**
   * Returns the page of the identity provider to which the host redirects the browser.
   *
   * @return an absolute URL
   */
  URI url();

  /**
   * Stores the sign-in when it is completed. Without this method it is held in memory, by the
   * provider that {@link #complete} returns.
   *
   * <p>On another node or after a restart, {@link SignInApp#stored} returns a provider of the same
   * sign-in. A sealed session does not contain the store, so the node that resumes it calls this
   * method. A sign-in that cannot be saved is logged, and saved by a later request.
   *
   * @param store the store; the provider does not close it. Nodes that share a sign-in need a
   *     {@link VersionedTokenStore}
   * @param name the name of the sign-in: one for each user, such as the host's own session id
   * @return the session with the store
   * @throws IllegalArgumentException if the name is blank, longer than 200 characters or has
   *     control characters
   */
  @CheckReturnValue
  AuthorizationCodeSession store(TokenStore store, String name);

  /**
   * Completes the sign-in with the authorization response that the browser sends, by GET (query) or
   * POST (form).
   *
   * @param callback the parameters, decoded
   * @param timeout for the exchange of the code
   * @return a provider of the user's tokens; the caller closes it
   * @throws canon.cpp.cloudservice.errors.AuthenticationException with {@code CANCELLED} or {@code
   *     DENIED} if the user or the identity provider rejects, with {@code CODE_EXPIRED} if the
   *     session has expired or was completed before, with {@code DENIED} if the response does not
   *     belong to the session
   */
  AccountTokenProvider complete(Map<String, String> callback, Duration timeout);

  /**
   * Returns the session as a text, for hosts whose next request may reach another node. The text is
   * encrypted and authenticated. {@link SignInApp#resume} opens it, with the same key and
   * registration.
   *
   * <p>In one process a session is completed once at most. Several nodes share no memory, so the
   * host deletes the text in the same step that reads it.
   *
   * @param key the key, the same on all nodes
   * @return Base64 with the alphabet for URLs
   */
  String seal(SealingKey key);
}
