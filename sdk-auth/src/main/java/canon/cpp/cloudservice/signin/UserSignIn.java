package canon.cpp.cloudservice.signin;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccountTokenProvider;

/**
 * How one person signs in, in a browser on this machine or on another device; made by an app of the
 * identity provider.
 *
 * <pre>{@code
 * AccountTokenProvider admin =
 *     app.deviceCode(code -> System.out.println(code.message())).store(store, "admin").build();
 * admin.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
 * }</pre>
 *
 * <p>Immutable: each method gives another value. The person is asked only by {@link
 * AccountTokenProvider#token} with {@link
 * canon.cpp.cloudservice.auth.TokenRequest#allowingInteraction()}, never by a call of the client.
 *
 * <p>Implemented by this library; later versions may add methods.
 */
@CheckReturnValue
public interface UserSignIn {

  /**
   * Fills in an address on the identity provider's page. The person can still choose another
   * account, so look at {@link AccountTokenProvider#account()} afterwards. Of no use with a code
   * for another device.
   *
   * @param address the address; not blank, at most 254 characters
   * @return a sign-in with the address
   * @throws IllegalArgumentException if it is blank, too long or has control characters
   */
  UserSignIn loginHint(String address);

  /**
   * Keeps the sign-in over restarts; in memory only if not called.
   *
   * <p>What cannot be read from the store ends each request for a token with a {@link
   * canon.cpp.cloudservice.errors.AuthenticationException}, so that nothing is overwritten that
   * another key would open; {@link AccountTokenProvider#forget()} gives it up. What cannot be saved
   * is logged, and tried again after the next request.
   *
   * @param store where; not closed by the provider
   * @param name under which name: one for each person
   * @return a sign-in that is kept
   * @throws IllegalArgumentException if the name is blank, has more than 200 characters or control
   *     characters
   */
  UserSignIn store(TokenStore store, String name);

  /**
   * Makes the provider. Nobody is asked and nothing is read yet.
   *
   * @return a provider of the person's tokens; the caller closes it
   */
  AccountTokenProvider build();
}
