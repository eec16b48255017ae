package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.echoing;
import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static canon.cpp.cloudservice.harness.Replies.withAttemptId;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClientBuilder;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each attempt sends an id, which the service echoes. */
class AttemptEchoTest {

  @Test
  void eachAttemptHasItsOwnId() {
    try (ClientHarness harness = new ClientHarness(status(503), status(503), site())) {
      assertThat(harness.view().site().get().execute()).isNotNull();
      assertThat(harness.view().site().get().execute()).isNotNull();

      assertThat(Set.copyOf(harness.transport.sent("Attempt-Id"))).hasSize(4).doesNotContainNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aResponseWithTheIdOfAnotherAttemptIsDiscardedWithItsConnectionAndTheAttemptRetried(
      ExecutionMode mode) {
    AtomicInteger discarded = new AtomicInteger();
    Reply foreign = foreign(activated());
    Reply discardable =
        request ->
            foreign
                .to(request)
                .thenApply(response -> response.withDiscard(discarded::incrementAndGet));
    try (ClientHarness harness = new ClientHarness(discardable, echoing(activated()))) {
      var response = mode.execute(harness.view().remoteControl().activate().withResponse());

      assertThat(response.attempts()).isEqualTo(2);
      assertThat(discarded).hasValue(1);
      assertThat(Set.copyOf(harness.transport.sent("Idempotency-Key"))).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"BLOCKING, 200", "ASYNC, 200", "BLOCKING, 403", "ASYNC, 403"})
  void aForeignResponseProvesNothingWhateverItsStatus(ExecutionMode mode, int status) {
    Reply reply = status == 200 ? activated() : problem(403, "administrator-required");
    try (ClientHarness harness = new ClientHarness(foreign(reply))) {
      var failure =
          mode.failure(UnavailableException.class, harness.view().remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure.attempts())
          .hasSize(3)
          .extracting(Attempt::outcome)
          .containsOnly(Outcome.UNKNOWN);
      assertThat(failure).hasMessageContaining("the response belongs to another request");
    }
  }

  @ParameterizedTest
  @EnumSource
  void settlingIsNotDeceivedByAForeignResponse(ExecutionMode mode) {
    try (ClientHarness harness = once(builder -> builder)) {
      harness.replies(losesConnection());
      var lost =
          mode.failure(CloudServiceException.class, harness.view().remoteControl().activate());
      harness.replies(foreign(activated()));
      assertThat(mode.failure(UnavailableException.class, lost.settle()).outcome())
          .isEqualTo(Outcome.UNKNOWN);

      harness.replies(echoing(activated()));
      assertThat(mode.execute(lost.settle()).applied()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMissingIdIsAccepted(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(site())) {
      assertThat(mode.execute(harness.view().site().get()).id()).isEqualTo("sit_1");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSuccessWithoutAnIdIsNotAcceptedIfItIsRequired(ExecutionMode mode) {
    try (ClientHarness harness =
        new ClientHarness(activated()).with(CloudServiceClientBuilder::requireEcho)) {
      var failure =
          mode.failure(MalformedResponseException.class, harness.view().remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(failure).hasMessageContaining("has no Attempt-Id header");
      assertThat(harness.requests()).isEqualTo(1);

      harness.replies(echoing(activated()));
      assertThat(mode.execute(failure.settle()).applied()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRejectionWithoutAnIdProvesNothingIfItIsRequired(ExecutionMode mode) {
    try (ClientHarness harness = once(CloudServiceClientBuilder::requireEcho)) {
      harness.replies(problem(403, "administrator-required"));
      var failure =
          mode.failure(PermissionDeniedException.class, harness.view().remoteControl().activate());
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
      assertThat(mode.failure(CloudServiceException.class, failure.settle()).outcome())
          .isEqualTo(Outcome.UNKNOWN);

      harness.replies(echoing(problem(403, "administrator-required")));
      assertThat(mode.execute(failure.settle()).rejection()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void notFoundIsAResultOnlyWithAnIdIfItIsRequired(ExecutionMode mode) {
    try (ClientHarness harness = once(CloudServiceClientBuilder::requireEcho)) {
      harness.replies(problem(404, "not-found"));
      assertThat(mode.failure(NotFoundException.class, harness.view().users().find("usr_1")))
          .isNotNull();

      harness.replies(echoing(problem(404, "not-found")));
      assertThat(mode.execute(harness.view().users().find("usr_1"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRejectionOfABalancerWithoutAnIdIsRetriedAfterRetryAfter(ExecutionMode mode) {
    try (ClientHarness harness =
        new ClientHarness(status(429, "Retry-After", "2"), echoing(activated()))
            .with(CloudServiceClientBuilder::requireEcho)) {
      assertThat(mode.execute(harness.view().remoteControl().activate())).isNotNull();

      assertThat(harness.timer.pauses()).containsExactly(Duration.ofSeconds(2));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "408, false, UNKNOWN",
    "421, false, UNKNOWN",
    "425, false, UNKNOWN",
    "408, true, UNKNOWN",
    "421, true, REJECTED",
    "425, true, REJECTED"
  })
  void aRequestThatWasNotProcessedIsRejectedOnlyIfTheServiceSaysSo(
      int status, boolean echoes, Outcome outcome) {
    try (ClientHarness harness = once(builder -> builder)) {
      harness.replies(echoes ? echoing(status(status)) : status(status));

      var failure =
          ExecutionMode.BLOCKING.failure(
              UnavailableException.class, harness.view().remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(outcome);
      assertThat(failure).hasMessageContaining("did not process the request (" + status + ")");
    }
  }

  private static Reply foreign(Reply reply) {
    return withAttemptId(id -> "0000000000000000-1", reply);
  }

  private static ClientHarness once(UnaryOperator<CloudServiceClientBuilder> settings) {
    return new ClientHarness()
        .with(builder -> settings.apply(builder).retryPolicy(RetryPolicy.none()));
  }
}
