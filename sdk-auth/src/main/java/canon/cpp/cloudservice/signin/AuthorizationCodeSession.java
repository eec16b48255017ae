package canon.cpp.cloudservice.signin;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * One sign-in with a browser, for web hosts. The browser is sent to {@link #url()} and is
 * redirected to the host with parameters for {@link #complete}.
 *
 * <pre>{@code
 * AuthorizationCodeSession session = app.begin(URI.create("https://printer.example/callback"));
 * keep(handle, session);                            // bound to the browser by a cookie
 * redirect(session.url());
 * …                                                 // the browser comes back
 * AccountTokenProvider admin = take(handle).complete(parameters, Duration.ofSeconds(30));
 * }</pre>
 *
 * <p>A session expires after five minutes and can be completed once. The host stores it where only
 * the next request of the same browser finds it, under a handle of its own: the {@code state}
 * proves that the response belongs to the session, the handle that the browser does.
 */
public interface AuthorizationCodeSession {

  /**
   * Returns the address to which to send the browser.
   *
   * @return the page of the identity provider
   */
  URI url();

  /**
   * Completes the sign-in with the parameters of the browser's request, by GET (the query) or POST
   * (the form).
   *
   * @param callback the parameters, decoded
   * @param timeout the timeout for exchanging the code
   * @return a provider of the account's tokens; the caller closes it
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if the user or the identity
   *     provider denied the sign-in, the session has expired, was completed before, or does not
   *     belong to the parameters
   */
  AccountTokenProvider complete(Map<String, String> callback, Duration timeout);

  /**
   * Returns the session as a text, for hosts whose next request may reach another node. It is
   * encrypted and authenticated; whoever has the key and the same configuration takes it up again
   * with {@code resume}. That it is good for one try holds for one app object on one node, so the
   * host keeps one for all its sign-ins, and deletes the text when it takes it.
   *
   * @param key 256 bits for AES, the same on all nodes
   * @return Base64 without characters that a URL or cookie would not take
   */
  String seal(SecretKey key);
}
