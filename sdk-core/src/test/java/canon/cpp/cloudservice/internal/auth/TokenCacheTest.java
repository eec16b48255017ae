package canon.cpp.cloudservice.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.harness.ExecutionMode;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept, what is dropped, and who is told what. */
class TokenCacheTest {
  private final TokenCacheHarness bench = new TokenCacheHarness();

  @AfterEach
  void end() {
    bench.close();
  }

  @Test
  void tokensForOtherScopesOrClaimsAreKeptApart() {
    TokenRequest a = TokenCacheHarness.REQUEST.withScopes(Set.of("a", "c"));
    TokenRequest sameAsA = TokenCacheHarness.REQUEST.withScopes(Set.of("c", "a"));
    TokenRequest b = TokenCacheHarness.REQUEST.withScopes(Set.of("b"));

    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.get(a)).isEqualTo("t2");
    assertThat(bench.get(b)).isEqualTo("t3");
    assertThat(bench.get(a.withClaims("{}"))).isEqualTo("t4");

    assertThat(bench.get()).isEqualTo("t1");
    assertThat(bench.get(sameAsA)).isEqualTo("t2");
    assertThat(bench.get(b)).isEqualTo("t3");
    assertThat(bench.get(a.withClaims("{}"))).isEqualTo("t4");
    assertThat(bench.asked).hasSize(4);
  }

  @Test
  void aServiceThatDemandsOtherClaimsAllTheTimeDoesNotFillTheMemory() {
    bench.get();
    for (int i = 0; i < 1_000; i++) {
      bench.get(TokenCacheHarness.REQUEST.withClaims("{\"n\":" + i + "}"));
    }

    assertThat(bench.cache).hasToString("CachingTokenProvider[9 kept]");
    assertThat(bench.get()).as("what needs no claims is still there").isEqualTo("t1");
  }

  @Test
  void aRejectedTokenIsDroppedAndTheProviderTold() {
    bench.get();

    assertThat(bench.get(TokenCacheHarness.afterRejectionOf("t1"))).isEqualTo("t2");
    assertThat(bench.asked.get(1).rejected()).contains(AccessToken.of("t1"));
    assertThat(bench.get()).isEqualTo("t2");
  }

  @Test
  void aLateRefusalOfAnOldTokenDoesNotDropTheNewOne() {
    bench.get();
    bench.get(TokenCacheHarness.afterRejectionOf("t1"));

    assertThat(bench.start(TokenCacheHarness.afterRejectionOf("t1")))
        .isCompletedWithValue(AccessToken.of("t2"));
    assertThat(
            ((NonBlockingTokenProvider) bench.cache)
                .fetch(TokenCacheHarness.afterRejectionOf("t1")))
        .as("even if the new one came a moment ago")
        .isCompletedWithValue(AccessToken.of("t2"));
    assertThat(bench.asked).hasSize(2);
  }

  @Test
  void aTokenWithClaimsTakesThePlaceOfTheRejectedOne() {
    bench.get();
    TokenRequest challenged = TokenCacheHarness.afterRejectionOf("t1").withClaims("{}");

    assertThat(bench.get(challenged)).isEqualTo("t2");
    assertThat(bench.get()).as("else each call would be rejected first").isEqualTo("t2");
    assertThat(bench.get(challenged)).isEqualTo("t2");
    assertThat(bench.asked).hasSize(2);
  }

  @Test
  void aTokenWithClaimsTakesThePlaceOfNoOtherToken() {
    bench.get();
    bench.get(TokenCacheHarness.afterRejectionOf("t1"));

    assertThat(bench.get(TokenCacheHarness.afterRejectionOf("t1").withClaims("{}")))
        .isEqualTo("t3");
    assertThat(bench.get()).isEqualTo("t2");
  }

  @Test
  void aFailureWithoutATokenIsToldToAllWhoWaitAndNotKept() {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.DENIED).build();
    bench.thenFails(failure);
    var first = bench.start();
    var second = bench.start();
    bench.tasks.runAll();

    assertThat(ExecutionMode.failure(AuthenticationException.class, first)).isSameAs(failure);
    assertThat(ExecutionMode.failure(AuthenticationException.class, second)).isSameAs(failure);
    assertThat(bench.asked).hasSize(1);
    assertThat(bench.get()).isEqualTo("t2");
  }

  @Test
  void whoMayAskAPersonIsNotPutOffWithTheFailureOfOneWhoMayNot() {
    bench.thenFails(
        AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED).build());
    var quiet = bench.start();
    var person = bench.start(TokenCacheHarness.REQUEST.allowingInteraction());
    bench.tasks.runAll();

    assertThat(ExecutionMode.failure(AuthenticationException.class, quiet).kind())
        .isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    assertThat(person).isCompletedWithValue(AccessToken.of("t2"));
    assertThat(bench.asked.get(1).mayInteract()).isTrue();
  }

  @Test
  void whoJoinsAFlightThatBringsTheRejectedTokenAgainMakesAnotherOne() {
    bench.get();
    bench.timer.advance(Duration.ofMinutes(55));
    bench.then(() -> AccessToken.of("t1"));
    var stale = bench.start();
    var rejected = bench.start(TokenCacheHarness.afterRejectionOf("t1"));
    bench.tasks.runAll();

    assertThat(stale).isCompletedWithValue(AccessToken.of("t1"));
    assertThat(rejected).isCompletedWithValue(AccessToken.of("t3"));
    assertThat(bench.asked.get(2).rejected()).contains(AccessToken.of("t1"));
  }

  @Test
  void aProviderThatHasNoOtherTokenIsAskedOnce() {
    bench.then(() -> AccessToken.of("t1")).then(() -> AccessToken.of("t1"));
    bench.get();

    assertThat(bench.get(TokenCacheHarness.afterRejectionOf("t1"))).isEqualTo("t1");
    assertThat(bench.asked).hasSize(2);
  }

  @Test
  void aProviderHasAtLeastAMinuteAndMoreIfItsCallerHas() {
    bench.get(TokenCacheHarness.REQUEST);
    bench.cache.clear();
    bench.get(TokenCacheHarness.REQUEST.withTimeLeft(Duration.ofMinutes(15)));

    assertThat(bench.asked)
        .extracting(TokenRequest::timeLeft)
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(15));
  }

  @Test
  void clearingForgetsWhatIsKeptAndWhatIsOnItsWay() {
    bench.get();
    var underWay = bench.start(TokenCacheHarness.REQUEST.withScopes(Set.of("a")));
    bench.cache.clear();
    bench.tasks.runAll();

    assertThat(underWay).isCompletedWithValue(AccessToken.of("t2"));
    assertThat(bench.get(TokenCacheHarness.REQUEST.withScopes(Set.of("a")))).isEqualTo("t3");
    assertThat(bench.get()).isEqualTo("t4");
  }

  @Test
  void anExecutorThatRejectsWorkIsNamed() {
    try (CachingTokenProvider cache =
        CachingTokenProvider.builder(bench)
            .executor(
                work -> {
                  throw new RejectedExecutionException("full");
                })
            .build()) {
      assertThatThrownBy(() -> cache.token(TokenCacheHarness.REQUEST))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageStartingWith("Token cache: its executor rejects work.");
    }
  }

  @Test
  void aFixedTokenIsNotCached() {
    TokenProvider fixed = TokenProvider.fixed(AccessToken.of("secret"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CachingTokenProvider.of(fixed))
        .withMessageContaining("passed through")
        .withMessageNotContaining("secret");
  }

  @Test
  void theCacheShowsNoToken() {
    bench.get();

    assertThat(bench.cache).hasToString("CachingTokenProvider[1 kept]");
  }
}
