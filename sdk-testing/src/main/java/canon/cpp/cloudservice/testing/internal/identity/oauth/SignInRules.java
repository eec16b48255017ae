package canon.cpp.cloudservice.testing.internal.identity.oauth;

import java.util.Optional;

/**
 * What a provider decides about signing in.
 *
 * @param <A> its kind of account
 */
public interface SignInRules<A> {
  /**
   * Why the request must not be answered at the redirect address: program or address are unknown.
   */
  Optional<String> errorPage(AuthorizationRequest request);

  /** What is wrong with the request itself. */
  Optional<SignInError> check(AuthorizationRequest request);

  /** The account that somebody names on the login page. */
  Optional<A> find(String realm, String address);

  /** Notes that somebody has just signed in in the browser, unless the account may not. */
  Optional<SignInError> enter(AuthorizationRequest request, A account);

  /** Whether the program gets a refresh token. */
  boolean isOffline(AuthorizationRequest request, A account);
}
