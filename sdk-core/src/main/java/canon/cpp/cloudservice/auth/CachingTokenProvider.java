package canon.cpp.cloudservice.auth;

/**
 * Keeps the tokens of another provider, so that this one is asked when a new token is needed and
 * only then. One for each account; whoever makes it closes it.
 *
 * <pre>{@code
 * try (CachingTokenProvider provider =
 *     CachingTokenProvider.of(request -> askTheIdentityProvider(request))) {
 *   CloudServiceClient admin = client.withTokenProvider(provider);
 *   …
 * }
 * }</pre>
 *
 * <p>A token is <em>fresh</em> until its provider advises another one ({@link
 * AccessToken#refreshAt()}), otherwise for three quarters of its life, or until 5 minutes before
 * its end if that is later. Then it is <em>stale</em>: it is still given, and meanwhile the
 * provider is asked for the next one, without asking a person, one request at a time, and after a
 * failure not again for 30 seconds, or for as long as the identity provider says. In the last tenth
 * of its life, but at most its last minute, it is <em>expired</em>: all who need one wait for one
 * request together, each for as long as its call has. If that fails they get the old token while it
 * lives, then the failure; failures are not kept.
 *
 * <p>Lives count from the moment when a token came, so that somebody may set the clock meanwhile.
 * What is over when it comes is rejected ({@link
 * canon.cpp.cloudservice.errors.AuthenticationErrorKind#CLOCK_SKEW}). A token whose end is not
 * known is kept until the service rejects it.
 *
 * <p>A token that the service has rejected ({@link TokenRequest#rejected()}) is dropped if it is
 * still the one that is kept. Tokens for other scopes or claims are kept apart. A caller of {@link
 * #token} that is out of time, or interrupted, ends its own waiting only.
 *
 * <p>Implemented by this library; later versions may add methods.
 */
public interface CachingTokenProvider extends TokenProvider, AutoCloseable {

  /**
   * Keeps the tokens of a provider, with threads of its own.
   *
   * @param provider gives new tokens; asked one request at a time for each combination of scopes
   *     and claims. It keeps none itself, and stays its maker's to close
   * @return the cache; the caller closes it
   * @throws IllegalArgumentException if the provider passes through one token ({@link
   *     TokenProvider#fixed}), which is never kept
   */
  static CachingTokenProvider of(TokenProvider provider) {
    return builder(provider).build();
  }

  /**
   * Starts to build a cache.
   *
   * @param provider gives new tokens, as in {@link #of}
   * @return a builder with the defaults
   * @throws IllegalArgumentException if the provider passes through one token
   */
  static CachingTokenProviderBuilder builder(TokenProvider provider) {
    return new CachingTokenProviderBuilder(provider);
  }

  /**
   * Forgets all tokens, for instance when the person signs out. The next call asks for a new one.
   */
  void clear();

  /** Forgets all tokens, and has the provider forget whose they are. */
  @Override
  void forget();

  /**
   * Forgets all tokens and ends its threads. Whoever waits for a token, or asks for one later, gets
   * a {@link canon.cpp.cloudservice.errors.AuthenticationException}. The provider stays open.
   */
  @Override
  void close();
}
