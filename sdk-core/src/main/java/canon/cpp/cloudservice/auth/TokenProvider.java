package canon.cpp.cloudservice.auth;

import canon.cpp.cloudservice.internal.auth.FixedTokenProvider;

/**
 * Gives the token that proves who a call is made for.
 *
 * <p>A provider may block and may ask the network; it is called on a thread of the client, within
 * the time of the call. It is called for every attempt, and is safe for use by many threads. One
 * that asks somebody each time goes into a {@link CachingTokenProvider}, which keeps its tokens:
 *
 * <pre>{@code
 * TokenProvider vault = request -> AccessToken.of(read("prismasync-token")).expiringAt(end);
 * CloudServiceClient admin = client.withTokenProvider(CachingTokenProvider.of(vault));
 * }</pre>
 */
@FunctionalInterface
public interface TokenProvider {

  /**
   * Gives a token.
   *
   * @param request what is asked for, and how much time there is
   * @return a token, never {@link TokenRequest#rejected() the rejected one} if there is another
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if no token can be had; any other
   *     exception is wrapped in one
   */
  AccessToken token(TokenRequest request);

  /**
   * Forgets whose tokens it gives, because the account was signed out of the service ({@code
   * session().signOut()}). Ends in a bounded time.
   *
   * <p>Does nothing if it is not overridden. A provider that stands before another one passes it
   * on, as a {@link CachingTokenProvider} and a {@link ChainedTokenProvider} do.
   */
  default void forget() {}

  /**
   * A provider that passes through one token: never cached, never refreshed. For a back end that
   * was handed its user's own token.
   *
   * @param token the token
   * @return a provider of just that token
   */
  static TokenProvider fixed(AccessToken token) {
    return new FixedTokenProvider(token);
  }
}
