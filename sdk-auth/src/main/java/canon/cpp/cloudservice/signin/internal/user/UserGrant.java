package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The grant of one user at one identity provider. It holds a refresh token and the account, no
 * access token: a cache is in front of it. Called by one thread at a time, except for {@link
 * #account()}. All methods but that one throw {@link
 * canon.cpp.cloudservice.errors.AuthenticationException}.
 */
public interface UserGrant {

  /** Returns the address of the authorization request. */
  URI authorizeUrl(AuthorizationRequest request);

  /** Redeems a code, checks the nonce, and stores what was granted. */
  AccessToken redeem(AuthorizationRequest request, String code, Duration timeLeft);

  /** Signs in with a device code, and stores what was granted. */
  AccessToken signInOnDevice(DeviceCodeHandler handler, TokenRequest request);

  /**
   * Obtains a new token without user interaction; {@code SIGN_IN_REQUIRED} if that is not possible.
   */
  AccessToken renew(TokenRequest request);

  /** Returns the account, or empty before the first sign-in. */
  Optional<SignedInAccount> account();

  /** Returns the state to store, or empty if there is none. */
  Optional<byte[]> state();

  /**
   * Restores a stored state.
   *
   * @throws IllegalArgumentException if {@link #state()} did not return it
   */
  void restore(byte[] state);

  /**
   * Forgets the grant, and revokes it if the identity provider supports that. A failed revocation
   * is not an error.
   */
  void forget(Duration timeLeft);
}
