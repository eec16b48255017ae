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

/** A stale token is given while the next one is fetched. */
class BackgroundRefreshTest {
  private static final Duration STALE = Duration.ofMinutes(55);
  private final AuthenticationException failure = new AuthenticationException("down", null);

  private final TokenCacheHarness bench = new TokenCacheHarness();

  @BeforeEach
  void haveAStaleToken() {
    bench.get();
    bench.timer.advance(STALE);
  }

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void nobodyWaitsForIt() {
    assertThat(bench.start()).isCompletedWithValue(AccessToken.of("t1"));
    assertThat(bench.asked).hasSize(1);

    bench.tasks.runAll();

    assertThat(bench.start()).isCompletedWithValue(AccessToken.of("t2"));
    assertThat(bench.asked).hasSize(2);
  }

  @Test
  void oneRefreshAtATimeServesAll() {
    for (int i = 0; i < 100; i++) {
      assertThat(bench.start()).isCompletedWithValue(AccessToken.of("t1"));
    }
    bench.tasks.runAll();

    assertThat(bench.asked).hasSize(2);
  }

  @Test
  void itNeverPrompts() {
    Set<String> scopes = Set.of("a");
    var person =
        TokenCacheHarness.REQUEST.withScopes(scopes).withClaims("{}").allowingInteraction();
    bench.get(person);
    bench.timer.advance(STALE);

    bench.get(person);

    assertThat(bench.asked).hasSize(3);
    assertThat(bench.asked.get(1).mayInteract()).isTrue();
    assertThat(bench.asked.get(2).mayInteract()).isFalse();
    assertThat(bench.asked.get(2).scopes()).isEqualTo(scopes);
    assertThat(bench.asked.get(2).claims()).contains("{}");
  }

  @Test
  void itHasAMinuteWhateverTheCallersHave() {
    bench.get(TokenCacheHarness.REQUEST.withTimeLeft(Duration.ofMillis(1)));

    assertThat(bench.asked.get(1).timeLeft()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aFailureLeavesTheOldTokenAndBacksOffForThirtySeconds() {
    bench.thenFails(failure).thenFails(new IllegalStateException("odd"));
    assertThat(bench.get()).isEqualTo("t1");

    bench.timer.advance(Duration.ofSeconds(30).minusNanos(1));
    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.asked).hasSize(2);

    bench.timer.advance(Duration.ofNanos(1));
    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.asked).hasSize(3);

    bench.timer.advance(Duration.ofSeconds(30));
    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.get()).isEqualTo("t4");
  }

  @ParameterizedTest
  @CsvSource({"PT1S,PT30S", "PT90S,PT90S"})
  void theProviderMayAskForALongerPause(Duration asked, Duration kept) {
    bench.thenFails(
        AuthenticationException.builder(AuthenticationErrorKind.TOKEN_ENDPOINT)
            .status(429)
            .retryAfter(asked)
            .build());
    bench.get();

    bench.timer.advance(kept.minusNanos(1));
    bench.get();
    assertThat(bench.asked).hasSize(2);

    bench.timer.advance(Duration.ofNanos(1));
    bench.get();
    assertThat(bench.asked).hasSize(3);
  }

  @Test
  void oneThatHangsIsGivenUpAfterAMinuteAndDoesNotHoldTheNext() {
    assertThat(bench.start()).isCompleted();
    bench.timer.advance(Duration.ofMinutes(1));
    bench.tasks.runAll();
    assertThat(bench.asked).as("it is not begun any more").hasSize(1);

    bench.timer.advance(Duration.ofSeconds(30));
    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.get()).isEqualTo("t2");
  }

  @Test
  void whoNeedsATokenAfterTheOldOneExpiredWaitsForIt() {
    bench.timer.advance(Duration.ofMinutes(4).minusSeconds(1));
    assertThat(bench.start()).isCompletedWithValue(AccessToken.of("t1"));
    bench.timer.advance(Duration.ofSeconds(1));

    assertThat(bench.start()).isNotDone();
    assertThat(bench.get()).isEqualTo("t2");
    assertThat(bench.asked).hasSize(2);
  }

  @Test
  void anExpiredTokenIsGivenAllTheSameWhileItLivesIfThereIsNoOther() {
    bench.thenFails(failure).thenFails(failure);
    bench.timer.advance(Duration.ofMinutes(5).minusNanos(1));
    assertThat(bench.get()).isEqualTo("t1");

    bench.timer.advance(Duration.ofNanos(1));
    var waiting = bench.start();
    bench.tasks.runAll();
    assertThat(ExecutionMode.failure(AuthenticationException.class, waiting)).hasMessage("down");
  }

  @Test
  void theBackOffDoesNotHoldWhoHasNoToken() {
    bench.thenFails(failure);
    bench.get();
    bench.timer.advance(Duration.ofSeconds(1));

    assertThat(bench.get(TokenCacheHarness.afterRejectionOf("t1"))).isEqualTo("t3");
  }
}
