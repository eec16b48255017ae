package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What one person has granted at one identity provider, and how it is asked for; an instance for
 * each person. It keeps a refresh token and the account, no access token: a cache stands before it.
 * Called by one thread at a time, except for {@link #account()}. All methods but that one throw
 * {@link canon.cpp.cloudservice.errors.AuthenticationException}.
 */
public interface UserGrant {

  /** Where a browser signs in. */
  URI authorizeUrl(AuthorizationRequest request);

  /** Redeems a code, checks the nonce, and remembers what was granted. */
  AccessToken redeem(AuthorizationRequest request, String code, Duration timeLeft);

  /** Signs in on another device, and remembers what was granted. */
  AccessToken signInOnDevice(DeviceCodeHandler handler, TokenRequest request);

  /** A new token without asking anybody; {@code SIGN_IN_REQUIRED} if that is not possible. */
  AccessToken renew(TokenRequest request);

  /** Whose grant it is, or empty before the first sign-in. */
  Optional<SignedInAccount> account();

  /** What to keep over a restart, or empty if there is nothing. */
  Optional<byte[]> state();

  /**
   * Takes up what was kept.
   *
   * @throws IllegalArgumentException if it is not what {@link #state()} gave
   */
  void restore(byte[] state);

  /** Forgets, and revokes if the identity provider can. Never fails for not being able to. */
  void forget(Duration timeLeft);
}
