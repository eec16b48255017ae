package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.after;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.HeldTokenProvider;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.site.Site;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineTest {
  private static final Duration TEN = ClientHarness.TIMEOUT;

  private final HeldTokenProvider tooLate = new HeldTokenProvider();
  private final ClientHarness harness = new ClientHarness();

  @AfterEach
  void end() {
    tooLate.release();
    harness.close();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void attemptsGetOnlyTheRemainingTime(ExecutionMode mode) {
    harness.replies(after(passing(4), status(503)), after(passing(3), status(503)), site());

    mode.execute(harness.view().site().get());

    List<Duration> pauses = harness.timer.pauses();
    Duration left = TEN.minusSeconds(4).minus(pauses.get(0));
    assertThat(harness.transport.requests())
        .extracting(HttpRequest::timeout)
        .containsExactly(TEN, left, left.minusSeconds(3).minus(pauses.get(1)));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void obtainingTheTokenUsesTheTimeOfTheCall(ExecutionMode mode) {
    List<Duration> left = new ArrayList<>();
    TokenProvider slow =
        request -> {
          left.add(request.timeLeft());
          harness.timer.advance(Duration.ofSeconds(3));
          return AccessToken.of("token");
        };
    harness.replies(after(passing(2), problem(401, "token-expired")), site());

    mode.failure(RuntimeException.class, harness.client().withTokenProvider(slow).site().get());

    assertThat(left).containsExactly(TEN, Duration.ofSeconds(5));
    assertThat(harness.transport.requests())
        .extracting(HttpRequest::timeout)
        .containsExactly(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theTimeoutOfTheCallTakesPrecedence(ExecutionMode mode) {
    harness.replies(site());

    mode.execute(harness.view().site().get().timeout(Duration.ofSeconds(3)));

    assertThat(harness.transport.requests().get(0).timeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void noBackoffExceedsTheDeadline(ExecutionMode mode) {
    Duration hour = Duration.ofHours(1);
    harness
        .with(b -> b.retryPolicy(RetryPolicy.builder().maxDelay(hour).baseDelay(hour).build()))
        .replies(after(passing(1), status(503)));

    var failure = mode.failure(UnavailableException.class, harness.view().site().get());

    assertThat(harness.timer.pauses()).isEmpty();
    assertThat(failure)
        .hasMessageContaining("There is no time for another attempt before the deadline.");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aServiceThatNeverRespondsEndsTheCallAtItsDeadlineWithAnUnknownOutcome(ExecutionMode mode) {
    CompletableFuture<HttpResponse> never = new CompletableFuture<>();
    harness.replies(status(503), after(passing(10), request -> never));

    var failure = mode.failure(DeadlineException.class, harness.view().remoteControl().activate());

    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.idempotencyKey()).isPresent();
    assertThat(failure.attempts()).hasSize(2);
    assertThat(failure.attempts().get(1).outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.attempts().get(1).result()).contains("in time");
    assertThat(failure)
        .hasMessageStartingWith("The deadline was exceeded.")
        .hasMessageContaining(" s of 10 s: 503, no ");
  }

  @Test
  void theExchangeInFlightIsAbandonedAtTheDeadline() {
    CompletableFuture<HttpResponse> never = new CompletableFuture<>();
    CompletableFuture<Void> givenUp = new CompletableFuture<>();
    CompletableFuture<?> unused = never.whenComplete((answer, failure) -> givenUp.complete(null));
    harness.replies(after(passing(10), request -> never));

    ExecutionMode.ASYNC.failure(DeadlineException.class, harness.view().site().get());

    givenUp.join();
    assertThat(never).isCancelled();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aProviderThatHangsIsAbandonedAtTheDeadlineAndNothingIsSent(ExecutionMode mode) {
    TokenProvider hanging =
        request -> {
          harness.timer.advance(request.timeLeft());
          return tooLate.token(request);
        };

    var failure =
        mode.failure(
            DeadlineException.class,
            harness.client().withTokenProvider(hanging).remoteControl().activate());

    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.attempts()).isEmpty();
    assertThat(failure)
        .hasMessageStartingWith("The deadline was exceeded before a token was obtained.");
    assertThat(harness.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aProviderThatHangsAfterAnAttemptDoesNotHideThatAttempt(ExecutionMode mode) {
    TokenProvider hangingTheSecondTime =
        new TokenProvider() {
          private boolean asked;

          @Override
          public AccessToken token(TokenRequest request) {
            if (!asked) {
              asked = true;
              return AccessToken.of("token");
            }
            harness.timer.advance(request.timeLeft());
            return tooLate.token(request);
          }
        };
    harness.replies(status(503));

    var failure =
        mode.failure(
            DeadlineException.class,
            harness.client().withTokenProvider(hangingTheSecondTime).remoteControl().activate());

    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.attempts()).hasSize(1);
    assertThat(failure)
        .hasMessageStartingWith("The deadline was exceeded before a token was obtained.")
        .hasMessageContaining(": 503;");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void callsEndAtTheirDeadlineWhileManyProvidersHang(ExecutionMode mode) {
    List<CompletableFuture<Site>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      calls.add(mode.start(harness.client().withTokenProvider(tooLate).site().get()));
    }
    harness.replies(site());

    assertThat(mode.execute(harness.view().site().get()).id()).isEqualTo("sit_1");
    for (CompletableFuture<Site> call : calls) {
      while (!call.isDone()) {
        // A blocking caller may start only now, and has the whole of its time.
        harness.timer.advance(TEN);
        Thread.onSpinWait();
      }
      assertThat(ExecutionMode.failure(DeadlineException.class, call).outcome())
          .isEqualTo(Outcome.NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aTokenThatArrivesAfterTheDeadlineIsNotUsed(ExecutionMode mode) {
    TokenProvider late =
        request -> {
          harness.timer.advance(request.timeLeft());
          return AccessToken.of("token");
        };

    var failure =
        mode.failure(
            DeadlineException.class, harness.client().withTokenProvider(late).site().get());

    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(harness.requests()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void noTokenIsRequestedAfterTheDeadline(ExecutionMode mode) {
    List<TokenRequest> asked = new ArrayList<>();
    TokenProvider provider =
        request -> {
          asked.add(request);
          return AccessToken.of("token");
        };
    harness.replies(after(passing(10), problem(401, "token-expired")));

    var failure =
        mode.failure(
            DeadlineException.class, harness.client().withTokenProvider(provider).site().get());

    assertThat(asked).hasSize(1);
    assertThat(failure.attempts()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aResponseInTimeIsAResult(ExecutionMode mode) {
    harness.replies(after(() -> harness.timer.advance(TEN.minusNanos(1)), site()));

    assertThat(mode.execute(harness.view().site().get()).id()).isEqualTo("sit_1");
  }

  private Runnable passing(int seconds) {
    return () -> harness.timer.advance(Duration.ofSeconds(seconds));
  }
}
