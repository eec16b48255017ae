package canon.cpp.cloudservice.signin;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import java.net.URI;
import java.util.function.Consumer;

/**
 * An application as registered at an identity provider, and the flows in which users sign in with
 * it. {@link canon.cpp.cloudservice.signin.google.GoogleApp} and {@link
 * canon.cpp.cloudservice.signin.microsoft.MicrosoftApp} implement it, so a host that offers both
 * writes its sign-in once.
 *
 * <pre>{@code
 * Map<IdentityProvider, SignInApp> apps =
 *     Map.of(IdentityProvider.MICROSOFT, microsoftApp, IdentityProvider.GOOGLE, googleApp);
 * AuthorizationCodeSession session = apps.get(chosen).begin(redirectUri);
 * }</pre>
 *
 * <p>Immutable and thread-safe; one instance serves all users. Implemented by this library; later
 * versions may add methods.
 */
@CheckReturnValue
public interface SignInApp {

  /**
   * Creates a sign-in in a browser on this machine (RFC 8252). The identity provider redirects the
   * browser to a port of this machine that is open only during the sign-in.
   *
   * @param browser opens a page
   * @return a sign-in, to be built
   */
  UserSignIn interactive(Consumer<URI> browser);

  /**
   * Creates a sign-in on another device, such as a phone (RFC 8628). Organisations can block it
   * ({@link canon.cpp.cloudservice.errors.AuthenticationErrorKind#BLOCKED_BY_POLICY}), so offer
   * another flow as well.
   *
   * @param handler shows the code to the user
   * @return a sign-in, to be built
   * @throws IllegalStateException if this application cannot use device codes
   */
  UserSignIn deviceCode(DeviceCodeHandler handler);

  /**
   * Begins a sign-in for a web host, with the default options.
   *
   * @param redirectUri the redirect URI, as registered
   * @return the session
   * @throws IllegalArgumentException if the URI is not absolute, or is neither https nor an address
   *     of this machine
   */
  default AuthorizationCodeSession begin(URI redirectUri) {
    return begin(AuthorizationCodeOptions.of(redirectUri));
  }

  /**
   * Begins a sign-in for a web host.
   *
   * @param options the redirect URI and further options
   * @return the session
   */
  AuthorizationCodeSession begin(AuthorizationCodeOptions options);

  /**
   * Opens a session that was {@linkplain AuthorizationCodeSession#seal sealed}, possibly on another
   * node. The clocks of the nodes may differ by 60 seconds.
   *
   * @param sealed the sealed session
   * @param key the key with which it was sealed
   * @return the session
   * @throws canon.cpp.cloudservice.errors.AuthenticationException with {@code CODE_EXPIRED} if the
   *     session has expired, with {@code CLOCK_SKEW} if it lies in the future by this machine's
   *     clock, and with {@code DENIED} if it was modified, was sealed with another key or belongs
   *     to another registration
   */
  AuthorizationCodeSession resume(String sealed, SealingKey key);

  /**
   * Returns a provider of the tokens of a sign-in that is stored, for instance by a web host on
   * another node. It never asks the user; if nothing is stored under the name, requests for tokens
   * end with {@code SIGN_IN_REQUIRED}. Nothing is read yet.
   *
   * <p>Nodes that share a sign-in need a {@link VersionedTokenStore}.
   *
   * @param store the store; the provider does not close it
   * @param name the name under which the sign-in was stored
   * @return a provider of the user's tokens; the caller closes it
   * @throws IllegalArgumentException if the name is blank, longer than 200 characters or has
   *     control characters
   */
  AccountTokenProvider stored(TokenStore store, String name);
}
