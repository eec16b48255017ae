package canon.cpp.cloudservice.signin.internal.account;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.internal.auth.NonBlockingTokenProvider;
import canon.cpp.cloudservice.internal.auth.TokenCache;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tokens of one account: a cache, and behind it what only fetches. */
public abstract class AccountTokens implements AccountTokenProvider, NonBlockingTokenProvider {
  /** One can hang until it is given up, and the other works on. */
  private static final int THREADS = 2;

  private final SignInClock time;
  private final TokenCache cache;

  /**
   * Puts an empty cache before what fetches.
   *
   * @param time closed with the provider
   */
  protected AccountTokens(SignInClock time) {
    this.time = time;
    ClientThreads threads = new ClientThreads("sign-in", THREADS);
    this.cache = new TokenCache(this::ask, time.timer(), time.clock(), threads, threads::close);
  }

  /** Fetches a token that the cache does not have, in a thread of the provider. */
  protected abstract AccessToken ask(TokenRequest request);

  /** Drops all tokens. */
  protected final void clear() {
    cache.clear();
  }

  @Override
  public final AccessToken token(TokenRequest request) {
    return cache.token(request);
  }

  @Override
  public final boolean canRefresh() {
    return cache.canRefresh();
  }

  @Override
  public final @Nullable AccessToken ready(TokenRequest request) {
    return cache.ready(request);
  }

  @Override
  public final CompletableFuture<AccessToken> fetch(TokenRequest request) {
    return cache.fetch(request);
  }

  @Override
  public void close() {
    cache.close();
    time.close();
  }

  /** Shows nothing of whose it is. */
  @Override
  public final String toString() {
    return "AccountTokenProvider[" + time.provider() + "]";
  }
}
