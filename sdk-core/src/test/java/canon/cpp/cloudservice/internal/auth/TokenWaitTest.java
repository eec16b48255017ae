package canon.cpp.cloudservice.internal.auth;

import static canon.cpp.cloudservice.harness.Threads.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.Threads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Waiting for a token: each caller has its own time, and none affects the others. */
class TokenWaitTest {
  private final TokenCacheHarness harness = new TokenCacheHarness();

  @AfterEach
  void end() {
    harness.close();
  }

  @Test
  void aCallerAtItsDeadlineLeavesAndTheOthersGetTheToken() {
    var hasty = blocking(Duration.ofSeconds(1));
    await(() -> harness.timer.pending() == 2);
    var patient = blocking(Duration.ofSeconds(20));
    await(() -> harness.timer.pending() == 3);

    harness.timer.advance(Duration.ofSeconds(1));
    var failure = ExecutionMode.failure(AuthenticationException.class, hasty);
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TIMED_OUT);
    assertThat(patient).isNotDone();

    harness.tasks.runAll();
    assertThat(patient.join().value()).isEqualTo("t1");
    assertThat(harness.asked).hasSize(1);
    assertThat(harness.get()).isEqualTo("t1");
  }

  @Test
  void aRefreshContinuesWithoutWaitingCallers() {
    var hasty = blocking(Duration.ofSeconds(1));
    await(() -> harness.timer.pending() == 2);
    harness.timer.advance(Duration.ofSeconds(1));
    ExecutionMode.failure(AuthenticationException.class, hasty);

    harness.tasks.runAll();

    assertThat(harness.start()).isCompletedWithValue(AccessToken.of("t1"));
  }

  @Test
  void cancellingOneFutureDoesNotAffectOtherCallers() {
    var first = harness.start();
    var second = harness.start();
    first.cancel(true);
    harness.tasks.runAll();

    assertThat(second).isCompletedWithValue(AccessToken.of("t1"));
  }

  @Test
  void anInterruptedCallerLeavesWithTheInterruptFlagSet() {
    var interrupted = new CompletableFuture<Boolean>();
    var waiting =
        Threads.start(
            () -> {
              Thread.currentThread().interrupt();
              try {
                return harness.cache.token(TokenCacheHarness.REQUEST);
              } finally {
                interrupted.complete(Thread.currentThread().isInterrupted());
              }
            });

    assertThat(ExecutionMode.failure(AuthenticationException.class, waiting).kind())
        .isEqualTo(AuthenticationErrorKind.CANCELLED);
    assertThat(interrupted.join()).isTrue();
  }

  @Test
  void aProviderThatHangsIsInterruptedAndTheNextCallerStartsANewRequest()
      throws InterruptedException {
    var inside = new CountDownLatch(1);
    var wasInterrupted = new CompletableFuture<Boolean>();
    harness.then(
        () -> {
          inside.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            wasInterrupted.complete(true);
          }
          return AccessToken.of("late");
        });
    var waiting = harness.start();
    var provider = Threads.start(this::work);
    inside.await();
    harness.timer.advance(Duration.ofMinutes(1));

    assertThat(ExecutionMode.failure(AuthenticationException.class, waiting).kind())
        .isEqualTo(AuthenticationErrorKind.TIMED_OUT);
    assertThat(wasInterrupted.join()).isTrue();
    assertThat(provider.join()).as("an interrupt is left behind").isFalse();
    assertThat(harness.get()).isEqualTo("t2");
  }

  @Test
  void closingEndsAllWaitsAndInterruptsTheProvider() throws InterruptedException {
    var inside = new CountDownLatch(1);
    harness.then(
        () -> {
          inside.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return AccessToken.of("late");
        });
    var waiting = harness.start();
    var blocked = blocking(Duration.ofSeconds(10));
    var provider = Threads.start(this::work);
    inside.await();
    await(() -> harness.timer.pending() == 2);

    harness.close();
    harness.close();

    assertThat(ExecutionMode.failure(AuthenticationException.class, waiting).kind())
        .isEqualTo(AuthenticationErrorKind.CANCELLED);
    assertThat(ExecutionMode.failure(AuthenticationException.class, blocked).kind())
        .isEqualTo(AuthenticationErrorKind.CANCELLED);
    assertThat(provider.join()).isFalse();
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void afterClosingThereIsNoToken() {
    harness.get();
    harness.close();

    var failure =
        catchThrowableOfType(
            AuthenticationException.class, () -> harness.cache.token(TokenCacheHarness.REQUEST));

    assertThat(failure).hasMessageStartingWith("Token cache: it is closed.");
    assertThat(harness.asked).hasSize(1);
    assertThat(harness.timer.pending()).isZero();
  }

  @Test
  void eachBlockingCallerGetsItsOwnException() {
    AuthenticationException cause =
        AuthenticationException.builder(AuthenticationErrorKind.DENIED)
            .errorCode("access_denied")
            .build();
    try (CachingTokenProvider direct =
        CachingTokenProvider.builder(
                request -> {
                  throw cause;
                })
            .executor(Runnable::run)
            .build()) {
      var failure =
          catchThrowableOfType(
              AuthenticationException.class, () -> direct.token(TokenCacheHarness.REQUEST));

      assertThat(failure).isNotSameAs(cause).hasCause(cause).hasMessage(cause.getMessage());
      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
      assertThat(failure.errorCode()).contains("access_denied");
    }
  }

  @Test
  void anyExceptionOfTheProviderIsAnAuthenticationExceptionForBlockingCallers() {
    try (CachingTokenProvider direct =
        CachingTokenProvider.builder(
                request -> {
                  throw new NoClassDefFoundError("x/Y");
                })
            .executor(Runnable::run)
            .build()) {
      var failure =
          catchThrowableOfType(
              AuthenticationException.class, () -> direct.token(TokenCacheHarness.REQUEST));

      assertThat(failure)
          .hasMessage("The token provider failed (NoClassDefFoundError); see the cause");
    }
  }

  @Test
  void closingEndsTheThreadOfTheCache() {
    var thread = new CompletableFuture<Thread>();
    CachingTokenProvider cache =
        CachingTokenProvider.of(
            request -> {
              thread.complete(Thread.currentThread());
              return AccessToken.of("t");
            });

    assertThat(cache.token(TokenCacheHarness.REQUEST).value()).isEqualTo("t");
    assertThat(thread.join().getName()).matches("prismasync-\\d+-token-1");
    assertThat(thread.join().isDaemon()).isTrue();

    cache.close();
    await(() -> !thread.join().isAlive());
  }

  private CompletableFuture<AccessToken> blocking(Duration time) {
    return Threads.start(() -> harness.cache.token(TokenCacheHarness.REQUEST.withTimeLeft(time)));
  }

  private boolean work() {
    harness.tasks.runAll();
    return Thread.currentThread().isInterrupted();
  }
}
