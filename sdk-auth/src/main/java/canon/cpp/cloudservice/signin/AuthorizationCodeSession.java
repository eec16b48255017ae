package canon.cpp.cloudservice.signin;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.crypto.SecretKey;

/**
 * One sign-in in a browser, for web hosts: the browser is sent to {@link #url()} and comes back to
 * the host's redirect address with parameters for {@link #complete}.
 *
 * <pre>{@code
 * AuthorizationCodeSession session = app.begin(URI.create("https://printer.example/callback"));
 * keep(handle, session);                            // bound to the browser by a cookie
 * redirect(session.url());
 * …                                                 // the browser comes back
 * AccountTokenProvider admin = take(handle).complete(parameters, Duration.ofSeconds(30));
 * }</pre>
 *
 * <p>It is good for five minutes and one try. The host keeps it where only this browser's next
 * request finds it, under a handle of its own: the {@code state} proves that the callback belongs
 * to the session, the handle that the browser does.
 */
public interface AuthorizationCodeSession {

  /**
   * Where to send the browser.
   *
   * @return the identity provider's page
   */
  URI url();

  /**
   * Ends the sign-in with what the browser brought back, by GET (the query) or POST (the form).
   *
   * @param callback the parameters, decoded
   * @param timeout how long it may take to exchange the code
   * @return a provider of the account's tokens; the caller closes it
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if the person or the identity
   *     provider said no, the session is over five minutes old, was completed before, or does not
   *     belong to the callback
   */
  AccountTokenProvider complete(Map<String, String> callback, Duration timeout);

  /**
   * The session as a text, for hosts whose next request may reach another node. It is encrypted and
   * authenticated; whoever has the key and the same configuration takes it up again with {@code
   * resume}. That it is good for one try holds for one app object on one node, so the host keeps
   * one for all its sign-ins, and deletes the text when it takes it.
   *
   * @param key 256 bits for AES, the same on all nodes
   * @return Base64 without characters that a URL or cookie would not take
   */
  String seal(SecretKey key);
}
