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

/** The tokens that are cached, those that are removed, and the failures that callers receive. */
class TokenCacheTest {
  private final TokenCacheHarness harness = new TokenCacheHarness();

  @AfterEach
  void end() {
    harness.close();
  }

  @Test
  void tokensForOtherScopesOrClaimsHaveTheirOwnEntries() {
    TokenRequest a = TokenCacheHarness.REQUEST.withScopes(Set.of("a", "c"));
    TokenRequest sameAsA = TokenCacheHarness.REQUEST.withScopes(Set.of("c", "a"));
    TokenRequest b = TokenCacheHarness.REQUEST.withScopes(Set.of("b"));

    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.get(a)).isEqualTo("t2");
    assertThat(harness.get(b)).isEqualTo("t3");
    assertThat(harness.get(a.withClaims("{}"))).isEqualTo("t4");

    assertThat(harness.get()).isEqualTo("t1");
    assertThat(harness.get(sameAsA)).isEqualTo("t2");
    assertThat(harness.get(b)).isEqualTo("t3");
    assertThat(harness.get(a.withClaims("{}"))).isEqualTo("t4");
    assertThat(harness.asked).hasSize(4);
  }

  @Test
  void manyDifferentClaimsDoNotFillTheMemory() {
    harness.get();
    for (int i = 0; i < 1_000; i++) {
      harness.get(TokenCacheHarness.REQUEST.withClaims("{\"n\":" + i + "}"));
    }

    assertThat(harness.cache).hasToString("CachingTokenProvider[9 kept]");
    assertThat(harness.get()).as("what needs no claims is still there").isEqualTo("t1");
  }

  @Test
  void aRejectedTokenIsRemovedAndPassedToTheProvider() {
    harness.get();

    assertThat(harness.get(TokenCacheHarness.afterRejectionOf("t1"))).isEqualTo("t2");
    assertThat(harness.asked.get(1).rejected()).contains(AccessToken.of("t1"));
    assertThat(harness.get()).isEqualTo("t2");
  }

  @Test
  void aLateRejectionOfAnOldTokenKeepsTheNewOne() {
    harness.get();
    harness.get(TokenCacheHarness.afterRejectionOf("t1"));

    assertThat(harness.start(TokenCacheHarness.afterRejectionOf("t1")))
        .isCompletedWithValue(AccessToken.of("t2"));
    assertThat(
            ((NonBlockingTokenProvider) harness.cache)
                .fetch(TokenCacheHarness.afterRejectionOf("t1")))
        .as("even if the new one came a moment ago")
        .isCompletedWithValue(AccessToken.of("t2"));
    assertThat(harness.asked).hasSize(2);
  }

  @Test
  void aTokenWithClaimsReplacesTheRejectedOne() {
    harness.get();
    TokenRequest challenged = TokenCacheHarness.afterRejectionOf("t1").withClaims("{}");

    assertThat(harness.get(challenged)).isEqualTo("t2");
    assertThat(harness.get()).as("else each call would be rejected first").isEqualTo("t2");
    assertThat(harness.get(challenged)).isEqualTo("t2");
    assertThat(harness.asked).hasSize(2);
  }

  @Test
  void aTokenWithClaimsReplacesNoOtherToken() {
    harness.get();
    harness.get(TokenCacheHarness.afterRejectionOf("t1"));

    assertThat(harness.get(TokenCacheHarness.afterRejectionOf("t1").withClaims("{}")))
        .isEqualTo("t3");
    assertThat(harness.get()).isEqualTo("t2");
  }

  @Test
  void aFailureIsReportedToAllWaitingCallersAndNotCached() {
    AuthenticationException failure =
        AuthenticationException.builder(AuthenticationErrorKind.DENIED).build();
    harness.thenFails(failure);
    var first = harness.start();
    var second = harness.start();
    harness.tasks.runAll();

    assertThat(ExecutionMode.failure(AuthenticationException.class, first)).isSameAs(failure);
    assertThat(ExecutionMode.failure(AuthenticationException.class, second)).isSameAs(failure);
    assertThat(harness.asked).hasSize(1);
    assertThat(harness.get()).isEqualTo("t2");
  }

  @Test
  void anInteractiveRequestIsNotFailedByANonInteractiveOne() {
    harness.thenFails(
        AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED).build());
    var quiet = harness.start();
    var person = harness.start(TokenCacheHarness.REQUEST.allowingInteraction());
    harness.tasks.runAll();

    assertThat(ExecutionMode.failure(AuthenticationException.class, quiet).kind())
        .isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    assertThat(person).isCompletedWithValue(AccessToken.of("t2"));
    assertThat(harness.asked.get(1).mayInteract()).isTrue();
  }

  @Test
  void aRefreshThatReturnsTheRejectedTokenAgainIsRepeated() {
    harness.get();
    harness.timer.advance(Duration.ofMinutes(55));
    harness.then(() -> AccessToken.of("t1"));
    var stale = harness.start();
    var rejected = harness.start(TokenCacheHarness.afterRejectionOf("t1"));
    harness.tasks.runAll();

    assertThat(stale).isCompletedWithValue(AccessToken.of("t1"));
    assertThat(rejected).isCompletedWithValue(AccessToken.of("t3"));
    assertThat(harness.asked.get(2).rejected()).contains(AccessToken.of("t1"));
  }

  @Test
  void aProviderWithoutAnotherTokenReceivesOneRequest() {
    harness.then(() -> AccessToken.of("t1")).then(() -> AccessToken.of("t1"));
    harness.get();

    assertThat(harness.get(TokenCacheHarness.afterRejectionOf("t1"))).isEqualTo("t1");
    assertThat(harness.asked).hasSize(2);
  }

  @Test
  void theProviderHasAtLeastAMinuteAndMoreIfItsCallerHas() {
    harness.get(TokenCacheHarness.REQUEST);
    harness.cache.clear();
    harness.get(TokenCacheHarness.REQUEST.withTimeLeft(Duration.ofMinutes(15)));

    assertThat(harness.asked)
        .extracting(TokenRequest::timeLeft)
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(15));
  }

  @Test
  void clearingRemovesCachedTokensAndDiscardsRequestsInFlight() {
    harness.get();
    var underWay = harness.start(TokenCacheHarness.REQUEST.withScopes(Set.of("a")));
    harness.cache.clear();
    harness.tasks.runAll();

    assertThat(underWay).isCompletedWithValue(AccessToken.of("t2"));
    assertThat(harness.get(TokenCacheHarness.REQUEST.withScopes(Set.of("a")))).isEqualTo("t3");
    assertThat(harness.get()).isEqualTo("t4");
  }

  @Test
  void anExecutorThatRejectsWorkIsReported() {
    try (CachingTokenProvider cache =
        CachingTokenProvider.builder(harness)
            .executor(
                work -> {
                  throw new RejectedExecutionException("full");
                })
            .build()) {
      assertThatThrownBy(() -> cache.token(TokenCacheHarness.REQUEST))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageStartingWith("Token cache: its executor rejects tasks.");
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
    harness.get();

    assertThat(harness.cache).hasToString("CachingTokenProvider[1 kept]");
  }
}
