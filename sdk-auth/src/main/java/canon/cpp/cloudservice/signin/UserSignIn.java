package canon.cpp.cloudservice.signin;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccountTokenProvider;

/**
 * How one user signs in, with a browser on this machine or with a device code. Created by an
 * application object of the identity provider.
 *
 * <pre>{@code
 * AccountTokenProvider admin =
 *     app.deviceCode(code -> System.out.println(code.message())).store(store, "admin").build();
 * admin.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
 * }</pre>
 *
 * <p>Immutable: each method returns a new value. Only {@link AccountTokenProvider#token} with
 * {@link canon.cpp.cloudservice.auth.TokenRequest#allowingInteraction()} interacts with the user,
 * never a call of the client.
 *
 * <p>Implemented by this library, which may add methods.
 */
@CheckReturnValue
public interface UserSignIn {

  /**
   * Fills in an address on the page of the identity provider. The user can still choose another
   * account, so check {@link AccountTokenProvider#account()} afterwards. Has no effect with a
   * device code.
   *
   * @param address the address; not blank, at most 254 characters
   * @return a sign-in with the address
   * @throws IllegalArgumentException if it is blank, too long or has control characters
   */
  UserSignIn loginHint(String address);

  /**
   * Stores the sign-in, so that it survives a restart. By default it is kept in memory only.
   *
   * <p>If the stored sign-in cannot be read, requests for a token fail with an {@link
   * canon.cpp.cloudservice.errors.AuthenticationException} and nothing is overwritten, because
   * another key may open it; {@link AccountTokenProvider#forget()} deletes it. If it cannot be
   * saved, a warning is logged, and the next request tries again.
   *
   * @param store the store; the provider does not close it
   * @param name the name in the store: one for each user
   * @return a sign-in that is stored
   * @throws IllegalArgumentException if the name is blank, has more than 200 characters or control
   *     characters
   */
  UserSignIn store(TokenStore store, String name);

  /**
   * Builds the provider. It does not interact with the user and does not read the store yet.
   *
   * @return a provider of the user's tokens; the caller closes it
   */
  AccountTokenProvider build();
}
