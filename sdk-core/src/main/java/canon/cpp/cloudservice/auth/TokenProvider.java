package canon.cpp.cloudservice.auth;

import canon.cpp.cloudservice.internal.auth.FixedTokenProvider;

/**
 * Obtains the token that proves the account of a call.
 *
 * <p>A provider may block and may use the network. It is called on a thread of the client, within
 * the deadline of the call, for every attempt. It must be thread-safe. A provider that sends a
 * request each time belongs into a {@link CachingTokenProvider}, which caches its tokens:
 *
 * <pre>{@code
 * TokenProvider vault = request -> AccessToken.of(read("prismasync-token")).expiringAt(end);
 * CloudServiceClient admin = client.withTokenProvider(CachingTokenProvider.of(vault));
 * }</pre>
 */
@FunctionalInterface
public interface TokenProvider {

  /**
   * Obtains a token.
   *
   * @param request the request, with the time that the provider may take
   * @return a token; not {@link TokenRequest#rejected() the rejected one} if there is another
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if no token can be obtained; any
   *     other exception is wrapped in one
   */
  AccessToken token(TokenRequest request);

  /**
   * Forgets the account, because it was signed out of the service ({@code session().signOut()}).
   * Returns after a bounded time.
   *
   * <p>By default it does nothing. A provider that wraps another one delegates, as {@link
   * CachingTokenProvider} and {@link ChainedTokenProvider} do.
   */
  default void forget() {}

  /**
   * Returns a provider that passes through one token, which is never cached and never refreshed.
   * For a back end that received the token of its own user.
   *
   * @param token the token
   * @return a provider of this token
   */
  static TokenProvider fixed(AccessToken token) {
    return new FixedTokenProvider(token);
  }
}
