package canon.cpp.cloudservice.auth;

/**
 * Caches the tokens of another provider, so that it is asked only when a new token is needed.
 * Create one for each account and close it.
 *
 * <pre>{@code
 * try (CachingTokenProvider provider =
 *     CachingTokenProvider.of(request -> askTheIdentityProvider(request))) {
 *   CloudServiceClient admin = client.withTokenProvider(provider);
 *   …
 * }
 * }</pre>
 *
 * <p>A token is <em>fresh</em> until its provider advises a refresh ({@link
 * AccessToken#refreshAt()}); without advice, for three quarters of its lifetime, or until 5 minutes
 * before it expires if that is later. Then it is <em>stale</em>: it is still returned, while it is
 * refreshed in the background, without user interaction, one request at a time, and after a failure
 * not again for 30 seconds or for as long as the identity provider asked. In the last tenth of its
 * lifetime, but at most the last minute, a <em>refresh is required</em>: all callers wait for one
 * shared request, each until its own deadline. If that fails, they get the old token while it is
 * valid, otherwise the failure. Failures are not cached.
 *
 * <p>Lifetime is measured from receipt, with the monotonic clock, so that changes of the wall clock
 * do not matter. A token that has already expired on receipt is rejected ({@link
 * canon.cpp.cloudservice.errors.AuthenticationErrorKind#CLOCK_SKEW}). A token without a time of
 * expiry is cached until the service rejects it.
 *
 * <p>A token that the service has rejected ({@link TokenRequest#rejected()}) is removed if it is
 * still the cached one. Tokens for other scopes or claims are cached separately. A caller of {@link
 * #token} whose time runs out, or whose thread is interrupted, stops only its own wait.
 *
 * <p>Implemented by this library, which may add methods.
 */
public interface CachingTokenProvider extends TokenProvider, AutoCloseable {

  /**
   * Returns a cache of a provider's tokens, with its own threads.
   *
   * @param provider obtains new tokens; called once at a time for each combination of scopes and
   *     claims. It must not cache tokens itself. The cache does not close it
   * @return the cache; the caller closes it
   * @throws IllegalArgumentException if the provider passes through one token ({@link
   *     TokenProvider#fixed}), which is never cached
   */
  static CachingTokenProvider of(TokenProvider provider) {
    return builder(provider).build();
  }

  /**
   * Returns a builder of a cache.
   *
   * @param provider obtains new tokens, as in {@link #of}
   * @return a builder with the defaults
   * @throws IllegalArgumentException if the provider passes through one token
   */
  static CachingTokenProviderBuilder builder(TokenProvider provider) {
    return new CachingTokenProviderBuilder(provider);
  }

  /** Removes all tokens, for example when the user signs out. The next call requests a new one. */
  void clear();

  /** Removes all tokens, and makes the provider forget its account. */
  @Override
  void forget();

  /**
   * Removes all tokens and ends the threads of the cache. Callers that wait for a token, now or
   * later, get a {@link canon.cpp.cloudservice.errors.AuthenticationException}. The provider stays
   * open.
   */
  @Override
  void close();
}
