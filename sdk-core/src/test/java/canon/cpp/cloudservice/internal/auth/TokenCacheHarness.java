package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ManualTimer;
import canon.cpp.cloudservice.harness.TaskQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A cache in virtual time, and the provider behind it, which works when the test says so. It
 * returns {@code t1}, {@code t2} and so on, valid for an hour each, unless the script says
 * otherwise.
 */
final class TokenCacheHarness implements TokenProvider, AutoCloseable {
  static final TokenRequest REQUEST = TokenRequest.within(Duration.ofSeconds(10));
  static final Duration HOUR = Duration.ofHours(1);

  final ManualTimer timer = new ManualTimer();
  final TaskQueue tasks = new TaskQueue();
  final List<TokenRequest> asked = new ArrayList<>();
  private final Deque<Supplier<AccessToken>> script = new ArrayDeque<>();
  private final long start = timer.nanoTime();
  private Duration skew = Duration.ZERO;
  private int given;

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return Instant.parse("2031-03-01T12:00:00Z")
              .plusNanos(timer.nanoTime() - start)
              .plus(skew);
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          throw new UnsupportedOperationException();
        }
      };

  final CachingTokenProvider cache =
      CachingTokenProvider.builder(this).timer(timer).clock(clock).executor(tasks).build();

  /** The provider's reaction to the next request. */
  TokenCacheHarness then(Supplier<AccessToken> answer) {
    script.add(answer);
    return this;
  }

  TokenCacheHarness thenFails(RuntimeException failure) {
    return then(
        () -> {
          throw failure;
        });
  }

  @Override
  public AccessToken token(TokenRequest request) {
    asked.add(request);
    given++;
    return script.isEmpty() ? living(HOUR) : script.remove().get();
  }

  /** The next token, with an expiry by the wall clock. */
  AccessToken living(Duration life) {
    return unending().expiringAt(now().plus(life));
  }

  /** The next token, without a known expiry. */
  AccessToken unending() {
    return AccessToken.of("t" + given);
  }

  Instant now() {
    return clock.instant();
  }

  /** Changes the wall clock. */
  void setClock(Duration forward) {
    skew = skew.plus(forward);
  }

  /** Requests a token as a call does, without blocking this thread. */
  CompletableFuture<AccessToken> start(TokenRequest request) {
    NonBlockingTokenProvider prompt = (NonBlockingTokenProvider) cache;
    AccessToken ready = prompt.ready(request);
    return ready == null ? prompt.fetch(request) : CompletableFuture.completedFuture(ready);
  }

  CompletableFuture<AccessToken> start() {
    return start(REQUEST);
  }

  /** Requests a token, runs the provider, and returns the token's text. */
  String get(TokenRequest request) {
    CompletableFuture<AccessToken> token = start(request);
    tasks.runAll();
    return ExecutionMode.outcome(token).value();
  }

  String get() {
    return get(REQUEST);
  }

  static TokenRequest afterRejectionOf(String token) {
    return REQUEST.afterRejectionOf(AccessToken.of(token));
  }

  @Override
  public void close() {
    cache.close();
  }
}
