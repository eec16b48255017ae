package canon.cpp.cloudservice.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.harness.ExecutionMode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a token is fresh, stale and expired. */
class TokenLifetimeTest {
  private static final Duration INSTANT = Duration.ofNanos(1);

  private final TokenCacheHarness bench = new TokenCacheHarness();

  @AfterEach
  void end() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    // life, stale after (75 %, or all but 5 minutes), expired after (all but 10 %, at most 1
    // minute)
    "PT1H,  PT55M,   PT59M",
    "PT24H, PT23H55M,PT23H59M",
    "PT20M, PT15M,   PT19M",
    "PT10M, PT7M30S, PT9M",
    "PT100S,PT75S,   PT90S",
    "PT1S,  PT0.75S, PT0.9S",
  })
  void aTokenIsFreshThenStaleThenExpired(Duration life, Duration stale, Duration expired) {
    bench.then(() -> bench.living(life));
    assertThat(bench.get()).isEqualTo("t1");

    bench.timer.advance(stale.minus(INSTANT));
    assertThat(bench.start()).isCompletedWithValue(AccessToken.of("t1"));
    assertThat(bench.tasks.isEmpty()).isTrue();

    bench.timer.advance(INSTANT);
    assertThat(bench.start()).isCompletedWithValue(AccessToken.of("t1"));
    assertThat(bench.tasks.isEmpty()).isFalse();

    bench.timer.advance(expired.minus(stale).minus(INSTANT));
    assertThat(bench.start()).isCompletedWithValue(AccessToken.of("t1"));

    bench.timer.advance(INSTANT);
    assertThat(bench.start()).isNotDone();
    assertThat(bench.get()).isEqualTo("t2");
    assertThat(bench.asked).hasSize(2);
  }

  @Test
  void theProvidersAdviceWhenToRefreshCountsMore() {
    bench.then(
        () ->
            bench
                .living(TokenCacheHarness.HOUR)
                .refreshingAt(bench.now().plus(Duration.ofMinutes(10))));
    bench.get();

    bench.timer.advance(Duration.ofMinutes(10).minus(INSTANT));
    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.asked).hasSize(1);

    bench.timer.advance(INSTANT);
    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.get()).isEqualTo("t2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-5M", "PT59M30S", "PT5H"})
  void adviceThatMakesNoSenseNeitherKeepsATokenTooLongNorAsksAllTheTime(Duration advice) {
    bench.then(() -> bench.living(TokenCacheHarness.HOUR).refreshingAt(bench.now().plus(advice)));
    bench.then(() -> bench.living(TokenCacheHarness.HOUR).refreshingAt(bench.now().plus(advice)));
    bench.get();

    for (int second = 0; second < 30; second++) {
      assertThat(bench.get()).isEqualTo("t1");
      bench.timer.advance(Duration.ofMillis(990));
    }
    assertThat(bench.asked).hasSize(1);

    bench.timer.advance(Duration.ofMinutes(59));
    assertThat(bench.get()).isEqualTo("t2");
  }

  @Test
  void aTokenWhoseEndIsNotKnownIsKeptUntilItIsRejected() {
    bench.then(bench::unending);
    bench.get();
    bench.timer.advance(Duration.ofDays(300));

    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.asked).hasSize(1);
    assertThat(bench.get(TokenCacheHarness.afterRejectionOf("t1"))).isEqualTo("t2");
  }

  @Test
  void aTokenWhoseEndIsNotKnownIsRefreshedInTheBackgroundIfThatIsAdvised() {
    bench.then(() -> bench.unending().refreshingAt(bench.now().plusSeconds(60)));
    bench.get();
    bench.timer.advance(Duration.ofSeconds(60));

    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.get()).isEqualTo("t2");
  }

  @Test
  void aTokenForAllTimesIsNoTrouble() {
    bench.then(() -> bench.unending().expiringAt(Instant.MAX).refreshingAt(Instant.MAX));

    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.get()).isEqualTo("t1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT3H", "PT-3H", "PT87600H"})
  void settingTheClockChangesNothing(Duration forward) {
    bench.get();
    bench.setClock(forward);

    bench.timer.advance(Duration.ofMinutes(55).minus(INSTANT));
    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.asked).hasSize(1);

    bench.timer.advance(Duration.ofMinutes(4).plus(INSTANT));
    assertThat(bench.get()).isEqualTo("t2");
    assertThat(bench.get()).isEqualTo("t2");
    assertThat(bench.asked).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT-5H"})
  void aTokenThatIsOverWhenItComesIsAnErrorAndNotALoop(Duration life) {
    bench.then(() -> bench.living(life));

    var failure = ExecutionMode.failure(AuthenticationException.class, runningStart());

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CLOCK_SKEW);
    assertThat(failure).hasMessageContaining("Set the clock");
    assertThat(bench.asked).hasSize(1);
    assertThat(bench.get()).as("the next caller tries again").isEqualTo("t2");
  }

  @Test
  void theSameTokenAgainGetsNoLongerLife() {
    Instant end = bench.now().plus(TokenCacheHarness.HOUR);
    bench.then(() -> AccessToken.of("same").expiringAt(end));
    bench.then(() -> AccessToken.of("same").expiringAt(end.plus(TokenCacheHarness.HOUR)));
    bench.get();

    bench.timer.advance(Duration.ofMinutes(55));
    assertThat(bench.get()).isEqualTo("same");
    bench.timer.advance(Duration.ofMinutes(4));

    assertThat(bench.get()).isEqualTo("t3");
    assertThat(bench.asked).hasSize(3);
  }

  @Test
  void theSameTokenAgainIsNotOverBecauseSomebodySetTheClock() {
    Instant end = bench.now().plus(TokenCacheHarness.HOUR);
    bench.then(() -> AccessToken.of("same").expiringAt(end));
    bench.then(() -> AccessToken.of("same").expiringAt(end));
    bench.get();
    bench.setClock(Duration.ofHours(3));
    bench.timer.advance(Duration.ofMinutes(59));

    assertThat(bench.get()).isEqualTo("same");
  }

  private CompletableFuture<AccessToken> runningStart() {
    var token = bench.start();
    bench.tasks.runAll();
    return token;
  }
}
