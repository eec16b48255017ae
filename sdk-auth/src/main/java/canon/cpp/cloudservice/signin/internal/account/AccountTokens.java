package canon.cpp.cloudservice.signin.internal.account;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.internal.auth.NonBlockingTokenProvider;
import canon.cpp.cloudservice.internal.auth.TokenCache;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The tokens of one account: a cache in front of a source that only fetches. */
public abstract class AccountTokens implements AccountTokenProvider, NonBlockingTokenProvider {
  /** One thread can wait for a source that hangs while the other continues. */
  private static final int THREADS = 2;

  private final SignInClock time;
  private final TokenCache cache;

  /**
   * Puts an empty cache in front of a source.
   *
   * @param time the clock and timer; closed with the provider
   */
  protected AccountTokens(SignInClock time) {
    this.time = time;
    ClientThreads threads = new ClientThreads("sign-in", THREADS);
    this.cache = new TokenCache(this::ask, time.timer(), time.clock(), threads, threads::close);
  }

  /** Fetches a token that is not cached, in a thread of the provider. */
  protected abstract AccessToken ask(TokenRequest request);

  /** Removes all tokens. */
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

  /** Shows nothing about the account. */
  @Override
  public final String toString() {
    return "AccountTokenProvider[" + time.provider() + "]";
  }
}
