package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.after;
import static canon.cpp.cloudservice.harness.Replies.fails;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that no longer responds takes half of a call's time, not all of it. */
class ResponseTimeoutTest {
  private static final Duration TEN = ClientHarness.TIMEOUT;
  private static final Duration FIVE = TEN.dividedBy(2);

  @AutoClose private final ClientHarness harness = new ClientHarness();

  @ParameterizedTest
  @EnumSource
  void aReadWhoseAttemptStallsIsRetriedWithinItsDeadline(ExecutionMode mode) {
    harness.replies(stall(), site());

    assertThat(mode.execute(harness.view().site().get()).id()).isEqualTo("sit_1");

    assertThat(harness.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void aChangeWhoseAttemptStallsIsRetriedUnderItsKey(ExecutionMode mode) {
    harness.replies(stall(), activated());

    assertThat(mode.execute(harness.view().remoteControl().activate())).isNotNull();

    assertThat(harness.requests()).isEqualTo(2);
    assertThat(Set.copyOf(harness.transport.sent("Idempotency-Key"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void theOutcomeStaysUnknownIfTheRetryIsRejected(ExecutionMode mode) {
    harness.replies(stall(), problem(403, "administrator-required"));

    var failure =
        mode.failure(PermissionDeniedException.class, harness.view().remoteControl().activate());

    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource
  void theLastAttemptHasAllOfTheRemainingTime(ExecutionMode mode) {
    harness.replies(status(503), status(503), status(503));

    mode.failure(UnavailableException.class, harness.view().site().get());

    List<Duration> backoffs = harness.timer.pauses();
    Duration last = TEN.minus(backoffs.get(0)).minus(backoffs.get(1));
    assertThat(responseTimeouts()).containsExactly(FIVE, FIVE, last);
  }

  @ParameterizedTest
  @EnumSource
  void aCallWithoutRetriesHasAllOfItsTime(ExecutionMode mode) {
    harness.with(builder -> builder.retryPolicy(RetryPolicy.none())).replies(site());

    assertThat(mode.execute(harness.view().site().get())).isNotNull();

    assertThat(responseTimeouts()).containsExactly(TEN);
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptNeverHasMoreThanTheRemainingTime(ExecutionMode mode) {
    harness.replies(after(passing(7), status(503)), site());

    assertThat(mode.execute(harness.view().site().get())).isNotNull();

    Duration remaining = Duration.ofSeconds(3).minus(harness.timer.pauses().get(0));
    assertThat(responseTimeouts()).containsExactly(FIVE, remaining);
  }

  @ParameterizedTest
  @EnumSource
  void anAttemptHasAllOfTheTimeWhileTheRetryBudgetIsExhausted(ExecutionMode mode) {
    harness.replies(status(503));
    for (int i = 0; i < 56; i++) {
      mode.failure(UnavailableException.class, harness.view().site().get());
    }
    int before = harness.requests();
    harness.replies(site());

    assertThat(mode.execute(harness.view().site().get())).isNotNull();

    assertThat(responseTimeouts().subList(before, before + 1)).containsExactly(TEN);
  }

  @ParameterizedTest
  @EnumSource
  void aServiceThatNeverRespondsEndsTheCallAtItsDeadline(ExecutionMode mode) {
    harness.replies(stall());

    mode.failure(DeadlineException.class, harness.view().site().get());

    assertThat(harness.requests()).isEqualTo(2);
  }

  /** A response that takes longer than the time for it, as a transport reports it. */
  private Reply stall() {
    return request ->
        after(
                () -> harness.timer.advance(request.responseTimeout()),
                fails(Reason.TIMEOUT, true, "no complete response within the timeout"))
            .to(request);
  }

  private List<Duration> responseTimeouts() {
    return harness.transport.requests().stream().map(HttpRequest::responseTimeout).toList();
  }

  private Runnable passing(int seconds) {
    return () -> harness.timer.advance(Duration.ofSeconds(seconds));
  }
}
