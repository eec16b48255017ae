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

/** When a token is fresh, due for refresh and expired. */
class TokenLifetimeTest {
  private static final Duration INSTANT = Duration.ofNanos(1);

  private final TokenCacheHarness harness = new TokenCacheHarness();

  @AfterEach
  void end() {
    harness.close();
  }

  @ParameterizedTest
  @CsvSource({
    // lifetime, refresh due after (75 %, or all but 5 minutes), expired after (all but 10 %, at
    // most 1 minute)
    "PT1H,  PT55M,   PT59M",
    "PT24H, PT23H55M,PT23H59M",
    "PT20M, PT15M,   PT19M",
    "PT10M, PT7M30S, PT9M",
    "PT100S,PT75S,   PT90S",
    "PT1S,  PT0.75S, PT0.9S",
  })
  void aTokenIsFreshThenStaleThenExpired(Duration life, Duration stale, Duration expired) {
    harness.then(() -> harness.living(life));
    assertThat(harness.get()).isEqualTo("t1");

    harness.timer.advance(stale.minus(INSTANT));
    assertThat(harness.start()).isCompletedWithValue(AccessToken.of("t1"));
    assertThat(harness.tasks.isEmpty()).isTrue();

    harness.timer.advance(INSTANT);
    assertThat(harness.start()).isCompletedWithValue(AccessToken.of("t1"));
    assertThat(harness.tasks.isEmpty()).isFalse();

    harness.timer.advance(expired.minus(stale).minus(INSTANT));
    assertThat(harness.start()).isCompletedWithValue(AccessToken.of("t1"));

    harness.timer.advance(INSTANT);
    assertThat(harness.start()).isNotDone();
    assertThat(harness.get()).isEqualTo("t2");
    assertThat(harness.asked).hasSize(2);
  }

  @Test
  void theProvidersRefreshTimeTakesPrecedence() {
    harness.then(
        () ->
            harness
                .living(TokenCacheHarness.HOUR)
                .refreshingAt(harness.now().plus(Duration.ofMinutes(10))));
    harness.get();

    harness.timer.advance(Duration.ofMinutes(10).minus(INSTANT));
    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.asked).hasSize(1);

    harness.timer.advance(INSTANT);
    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.get()).isEqualTo("t2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-5M", "PT59M30S", "PT5H"})
  void anImplausibleRefreshTimeIsLimited(Duration advice) {
    harness.then(
        () -> harness.living(TokenCacheHarness.HOUR).refreshingAt(harness.now().plus(advice)));
    harness.then(
        () -> harness.living(TokenCacheHarness.HOUR).refreshingAt(harness.now().plus(advice)));
    harness.get();

    for (int second = 0; second < 30; second++) {
      assertThat(harness.get()).isEqualTo("t1");
      harness.timer.advance(Duration.ofMillis(990));
    }
    assertThat(harness.asked).hasSize(1);

    harness.timer.advance(Duration.ofMinutes(59));
    assertThat(harness.get()).isEqualTo("t2");
  }

  @Test
  void aTokenWithoutExpiryIsCachedUntilItIsRejected() {
    harness.then(harness::unending);
    harness.get();
    harness.timer.advance(Duration.ofDays(300));

    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.asked).hasSize(1);
    assertThat(harness.get(TokenCacheHarness.afterRejectionOf("t1"))).isEqualTo("t2");
  }

  @Test
  void aTokenWithoutExpiryIsRefreshedAtTheProvidersRefreshTime() {
    harness.then(() -> harness.unending().refreshingAt(harness.now().plusSeconds(60)));
    harness.get();
    harness.timer.advance(Duration.ofSeconds(60));

    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.get()).isEqualTo("t2");
  }

  @Test
  void aTokenThatExpiresAtTheEndOfTimeIsAccepted() {
    harness.then(() -> harness.unending().expiringAt(Instant.MAX).refreshingAt(Instant.MAX));

    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.get()).isEqualTo("t1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT3H", "PT-3H", "PT87600H"})
  void changingTheWallClockHasNoEffect(Duration forward) {
    harness.get();
    harness.setClock(forward);

    harness.timer.advance(Duration.ofMinutes(55).minus(INSTANT));
    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.asked).hasSize(1);

    harness.timer.advance(Duration.ofMinutes(4).plus(INSTANT));
    assertThat(harness.get()).isEqualTo("t2");
    assertThat(harness.get()).isEqualTo("t2");
    assertThat(harness.asked).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT-5H"})
  void aTokenThatHasExpiredOnReceiptIsAnErrorAndNotALoop(Duration life) {
    harness.then(() -> harness.living(life));

    var failure = ExecutionMode.failure(AuthenticationException.class, runningStart());

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CLOCK_SKEW);
    assertThat(failure).hasMessageContaining("Correct the clock");
    assertThat(harness.asked).hasSize(1);
    assertThat(harness.get()).as("the next caller tries again").isEqualTo("t2");
  }

  @Test
  void receivingTheSameTokenAgainDoesNotExtendItsLifetime() {
    Instant end = harness.now().plus(TokenCacheHarness.HOUR);
    harness.then(() -> AccessToken.of("same").expiringAt(end));
    harness.then(() -> AccessToken.of("same").expiringAt(end.plus(TokenCacheHarness.HOUR)));
    harness.get();

    harness.timer.advance(Duration.ofMinutes(55));
    assertThat(harness.get()).isEqualTo("same");
    harness.timer.advance(Duration.ofMinutes(4));

    assertThat(harness.get()).isEqualTo("t3");
    assertThat(harness.asked).hasSize(3);
  }

  @Test
  void receivingTheSameTokenAfterAClockChangeDoesNotExpireIt() {
    Instant end = harness.now().plus(TokenCacheHarness.HOUR);
    harness.then(() -> AccessToken.of("same").expiringAt(end));
    harness.then(() -> AccessToken.of("same").expiringAt(end));
    harness.get();
    harness.setClock(Duration.ofHours(3));
    harness.timer.advance(Duration.ofMinutes(59));

    assertThat(harness.get()).isEqualTo("same");
  }

  private CompletableFuture<AccessToken> runningStart() {
    var token = harness.start();
    harness.tasks.runAll();
    return token;
  }
}
