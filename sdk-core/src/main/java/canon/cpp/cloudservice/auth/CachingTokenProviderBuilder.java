package canon.cpp.cloudservice.auth;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.internal.auth.FixedTokenProvider;
import canon.cpp.cloudservice.internal.auth.TokenCache;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link CachingTokenProvider}.
 *
 * <pre>{@code
 * CachingTokenProvider provider = CachingTokenProvider.builder(source).executor(pool).build();
 * }</pre>
 */
public final class CachingTokenProviderBuilder {
  /** One thread can wait for a provider that hangs while the other continues. */
  private static final int THREADS = 2;

  private final TokenProvider provider;
  private @Nullable Timer timer;
  private Clock clock = Clock.systemUTC();
  private @Nullable Executor executor;

  CachingTokenProviderBuilder(TokenProvider provider) {
    if (requireNonNull(provider, "provider") instanceof FixedTokenProvider) {
      throw new IllegalArgumentException(
          "A fixed token is passed through and never kept; use its provider without a cache");
    }
    this.provider = provider;
  }

  /**
   * Sets the source of time and delays. The default is the time of the machine, on a thread of the
   * cache.
   *
   * @param timer the timer; not closed by the cache
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CachingTokenProviderBuilder timer(Timer timer) {
    this.timer = requireNonNull(timer, "timer");
    return this;
  }

  /**
   * Sets the wall clock that the provider uses for the times of its tokens. The default is the
   * clock of the machine.
   *
   * @param clock the clock
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CachingTokenProviderBuilder clock(Clock clock) {
    this.clock = requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets the executor on which the provider is called. The default is 2 daemon threads of the
   * cache. The provider may block its thread.
   *
   * @param executor the executor; not closed by the cache
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CachingTokenProviderBuilder executor(Executor executor) {
    this.executor = requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Builds the cache. The caller closes it.
   *
   * @return an empty cache
   */
  public CachingTokenProvider build() {
    SystemTimer ownTimer = timer == null ? new SystemTimer("token-timer") : null;
    ClientThreads ownThreads = executor == null ? new ClientThreads("token", THREADS) : null;
    Runnable closing =
        () -> {
          if (ownThreads != null) {
            ownThreads.close();
          }
          if (ownTimer != null) {
            ownTimer.close();
          }
        };
    return new TokenCache(
        provider,
        requireNonNull(timer == null ? ownTimer : timer),
        clock,
        requireNonNull(executor == null ? ownThreads : executor),
        closing);
  }
}
