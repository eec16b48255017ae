package canon.cpp.cloudservice.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.harness.ExecutionMode;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token whose refresh is due is returned while the next one is obtained. */
class BackgroundRefreshTest {
  private static final Duration STALE = Duration.ofMinutes(55);
  private final AuthenticationException failure = new AuthenticationException("down", null);

  private final TokenCacheHarness harness = new TokenCacheHarness();

  @BeforeEach
  void haveAStaleToken() {
    harness.get();
    harness.timer.advance(STALE);
  }

  @AfterEach
  void end() {
    harness.close();
  }

  @Test
  void callersDoNotWaitForIt() {
    assertThat(harness.start()).isCompletedWithValue(AccessToken.of("t1"));
    assertThat(harness.asked).hasSize(1);

    harness.tasks.runAll();

    assertThat(harness.start()).isCompletedWithValue(AccessToken.of("t2"));
    assertThat(harness.asked).hasSize(2);
  }

  @Test
  void onlyOneRefreshRunsAtATime() {
    for (int i = 0; i < 100; i++) {
      assertThat(harness.start()).isCompletedWithValue(AccessToken.of("t1"));
    }
    harness.tasks.runAll();

    assertThat(harness.asked).hasSize(2);
  }

  @Test
  void neverPromptsTheUser() {
    Set<String> scopes = Set.of("a");
    var person =
        TokenCacheHarness.REQUEST.withScopes(scopes).withClaims("{}").allowingInteraction();
    harness.get(person);
    harness.timer.advance(STALE);

    harness.get(person);

    assertThat(harness.asked).hasSize(3);
    assertThat(harness.asked.get(1).mayInteract()).isTrue();
    assertThat(harness.asked.get(2).mayInteract()).isFalse();
    assertThat(harness.asked.get(2).scopes()).isEqualTo(scopes);
    assertThat(harness.asked.get(2).claims()).contains("{}");
  }

  @Test
  void hasAMinuteWhateverTimeTheCallersHave() {
    harness.get(TokenCacheHarness.REQUEST.withTimeLeft(Duration.ofMillis(1)));

    assertThat(harness.asked.get(1).timeLeft()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aFailureKeepsTheOldTokenAndBacksOffForThirtySeconds() {
    harness.thenFails(failure).thenFails(new IllegalStateException("odd"));
    assertThat(harness.get()).isEqualTo("t1");

    harness.timer.advance(Duration.ofSeconds(30).minusNanos(1));
    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.asked).hasSize(2);

    harness.timer.advance(Duration.ofNanos(1));
    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.asked).hasSize(3);

    harness.timer.advance(Duration.ofSeconds(30));
    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.get()).isEqualTo("t4");
  }

  @ParameterizedTest
  @CsvSource({"PT1S,PT30S", "PT90S,PT90S"})
  void theProviderMayExtendTheBackoff(Duration asked, Duration kept) {
    harness.thenFails(
        AuthenticationException.builder(AuthenticationErrorKind.TOKEN_ENDPOINT)
            .status(429)
            .retryAfter(asked)
            .build());
    harness.get();

    harness.timer.advance(kept.minusNanos(1));
    harness.get();
    assertThat(harness.asked).hasSize(2);

    harness.timer.advance(Duration.ofNanos(1));
    harness.get();
    assertThat(harness.asked).hasSize(3);
  }

  @Test
  void aRefreshThatHangsIsAbandonedAfterAMinuteAndDoesNotBlockTheNext() {
    assertThat(harness.start()).isCompleted();
    harness.timer.advance(Duration.ofMinutes(1));
    harness.tasks.runAll();
    assertThat(harness.asked).as("it is not begun any more").hasSize(1);

    harness.timer.advance(Duration.ofSeconds(30));
    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.get()).isEqualTo("t2");
  }

  @Test
  void aCallerWithoutAValidTokenWaitsForIt() {
    harness.timer.advance(Duration.ofMinutes(4).minusSeconds(1));
    assertThat(harness.start()).isCompletedWithValue(AccessToken.of("t1"));
    harness.timer.advance(Duration.ofSeconds(1));

    assertThat(harness.start()).isNotDone();
    assertThat(harness.get()).isEqualTo("t2");
    assertThat(harness.asked).hasSize(2);
  }

  @Test
  void aTokenInItsLastMinuteIsUsedIfThereIsNoOther() {
    harness.thenFails(failure).thenFails(failure);
    harness.timer.advance(Duration.ofMinutes(5).minusNanos(1));
    assertThat(harness.get()).isEqualTo("t1");

    harness.timer.advance(Duration.ofNanos(1));
    var waiting = harness.start();
    harness.tasks.runAll();
    assertThat(ExecutionMode.failure(AuthenticationException.class, waiting)).hasMessage("down");
  }

  @Test
  void theBackoffDoesNotDelayCallersWithoutAToken() {
    harness.thenFails(failure);
    harness.get();
    harness.timer.advance(Duration.ofSeconds(1));

    assertThat(harness.get(TokenCacheHarness.afterRejectionOf("t1"))).isEqualTo("t3");
  }
}
