package canon.cpp.cloudservice.testing.internal.identity.oauth;

import java.util.Optional;

/**
 * The rules of a provider for signing in.
 *
 * @param <A> its kind of account
 */
public interface SignInRules<A> {
  /**
   * Returns why the response must not go to the redirect address: client or address are unknown.
   */
  Optional<String> errorPage(AuthorizationRequest request);

  /** Returns what is wrong with the request itself. */
  Optional<SignInError> check(AuthorizationRequest request);

  /** Returns the error for a user who cancels on the login page. */
  SignInError cancelled();

  /** Returns the account that a user entered on the login page. */
  Optional<A> find(String realm, String address);

  /**
   * Records that a user has just signed in with the browser, unless the account is not allowed to.
   */
  Optional<SignInError> enter(AuthorizationRequest request, A account);

  /** Returns whether the client gets a refresh token. */
  boolean isOffline(AuthorizationRequest request, A account);
}
