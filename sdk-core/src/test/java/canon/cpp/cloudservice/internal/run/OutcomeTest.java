package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.errors.Outcome.NOT_SENT;
import static canon.cpp.cloudservice.errors.Outcome.REJECTED;
import static canon.cpp.cloudservice.errors.Outcome.UNKNOWN;
import static canon.cpp.cloudservice.harness.Replies.after;
import static canon.cpp.cloudservice.harness.Replies.fails;
import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.ok;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.refusesConnection;
import static canon.cpp.cloudservice.harness.Replies.status;
import static canon.cpp.cloudservice.harness.Replies.throwing;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import canon.cpp.cloudservice.internal.call.OperationId;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.internal.observe.ClientObservation;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRequestThatDidNotReachTheServiceWasNotSent(ExecutionMode mode) {
    each(
        mode,
        NOT_SENT,
        Map.of(
            "no connection", refusesConnection(),
            "other server", fails(Reason.TLS, false, "no trusted TLS connection"),
            "closed", fails(Reason.CLOSED, false, "the transport is closed")));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRejectionByTheServiceIsRejected(ExecutionMode mode) {
    Map<String, Reply> replies = new LinkedHashMap<>();
    replies.put("invalid", problem(400, "validation-failed"));
    replies.put("token", problem(401, "unauthenticated"));
    replies.put("not allowed", problem(403, "administrator-required"));
    replies.put("not found", problem(404, "not-found"));
    replies.put("conflict", problem(409, "last-administrator"));
    replies.put("key reused", problem(422, "idempotency-key-reused"));
    replies.put("a code of tomorrow", problem(418, "teapot"));
    replies.put("too many requests", status(429));
    replies.put("fake does not know", problem(501, "not-modelled"));
    each(mode, REJECTED, replies);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aChangeThatMayHaveBeenAppliedIsUnknown(ExecutionMode mode) {
    Map<String, Reply> replies = new LinkedHashMap<>();
    for (int status : new int[] {301, 404, 403, 408, 421, 425, 500, 501, 502, 503, 504}) {
      replies.put("status " + status + " of an intermediary", status(status));
    }
    replies.put("in flight", problem(409, "idempotency-key-in-progress"));
    replies.put("failed", problem(500, "oops"));
    replies.put("unreadable", ok("<html>"));
    replies.put("empty", ok(""));
    replies.put("connection lost", losesConnection());
    replies.put("timeout", fails(Reason.TIMEOUT, true, "no complete response in time"));
    replies.put("broken TLS", fails(Reason.TLS, true, "the TLS connection broke"));
    replies.put(
        "no HTTP", fails(Reason.MALFORMED_RESPONSE, true, "the response is not valid HTTP"));
    replies.put("broken transport", throwing(new IllegalStateException("?")));
    each(mode, UNKNOWN, replies);
  }

  private static void each(ExecutionMode mode, Outcome outcome, Map<String, Reply> replies) {
    replies.forEach(
        (name, reply) -> {
          try (ClientHarness harness =
              new ClientHarness(reply).with(b -> b.retryPolicy(RetryPolicy.none()))) {
            var call = harness.view().remoteControl().activate().idempotencyKey("key");

            var failure = mode.failure(CloudServiceException.class, call);

            assertThat(failure.outcome()).as(name).isEqualTo(outcome);
            assertThat(failure.attempts())
                .as(name)
                .extracting(Attempt::outcome)
                .containsExactly(outcome);
            assertThat(failure.idempotencyKey()).as(name).contains("key");
            assertThat(failure.report().get().outcome()).as(name).isEqualTo(outcome);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theLeastCertainAttemptDecides(ExecutionMode mode) {
    try (ClientHarness harness =
        new ClientHarness(losesConnection(), problem(403, "administrator-required"))) {
      var failure =
          mode.failure(PermissionDeniedException.class, harness.view().remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(UNKNOWN);
      assertThat(failure.attempts())
          .extracting(Attempt::outcome)
          .containsExactly(UNKNOWN, REJECTED);
    }
    try (ClientHarness harness = new ClientHarness(status(429), refusesConnection())) {
      var failure =
          mode.failure(UnavailableException.class, harness.view().remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(REJECTED);
      assertThat(failure.attempts())
          .extracting(Attempt::outcome)
          .containsExactly(REJECTED, NOT_SENT, NOT_SENT);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRejectionOfARetransmittedRequestIsUnknown(ExecutionMode mode) {
    Reply rejection =
        request ->
            problem(403, "administrator-required")
                .to(request)
                .thenApply(HttpResponse::retransmitted);
    try (ClientHarness harness = new ClientHarness(rejection)) {
      var failure =
          mode.failure(PermissionDeniedException.class, harness.view().remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(UNKNOWN);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theMessageListsTheAttempts(ExecutionMode mode) {
    Duration hardly = Duration.ofNanos(1);
    RetryPolicy hasty = RetryPolicy.builder().baseDelay(hardly).maxDelay(hardly).build();
    try (ClientHarness harness = new ClientHarness().with(b -> b.retryPolicy(hasty))) {
      Runnable passing = () -> harness.timer.advance(Duration.ofMillis(1400));
      harness.replies(
          after(passing, status(503)),
          after(passing, status(503)),
          after(passing, losesConnection()));

      var failure =
          mode.failure(UnavailableException.class, harness.view().remoteControl().activate());

      assertThat(failure)
          .hasMessage(
              "No response was received: connection lost. All attempts have failed."
                  + " [activateRemoteControl (POST /v1/remote-control/activation),"
                  + " 3 attempts in 4.2 s of 10 s: 503, 503, connection lost;"
                  + " the change may have been applied, settle() finds out]");
      assertThat(failure.attempts())
          .extracting(Attempt::duration)
          .containsOnly(Duration.ofMillis(1400));
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aTransportThatThrowsAtOnceFailsTheAttempt(ExecutionMode mode) {
    IllegalStateException bug = new IllegalStateException("?");
    Reply broken =
        request -> {
          throw bug;
        };
    try (ClientHarness harness = new ClientHarness(broken)) {
      var failure =
          mode.failure(UnavailableException.class, harness.view().remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(UNKNOWN);
      assertThat(failure).hasMessageContaining("the transport failed with IllegalStateException");
      assertThat(failure).hasRootCause(bug);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void anyFailureOfAReaderIsAMalformedResponseAndQuotesNothing(ExecutionMode mode) {
    RuntimeException bug = new IllegalStateException("secret");
    Operation<Object> operation =
        OperationBuilder.of(OperationId.GET_SITE)
            .reading(
                json -> {
                  throw bug;
                });
    try (ClientHarness harness = new ClientHarness(ok("{}"))) {
      var failure =
          mode.failure(
              MalformedResponseException.class, new ReadCall<>(runner(harness), operation));

      assertThat(failure)
          .hasMessageContaining("it has unexpected content")
          .hasMessageNotContaining("secret")
          .hasCause(bug);
      assertThat(failure.attempts()).hasSize(1);
    }
  }

  /** The context of a client, for an operation that it does not have. */
  private static DefaultOperationExecutor runner(ClientHarness harness) {
    ClientContext parts =
        new ClientContext(
            ClientHarness.ADDRESS,
            harness.transport,
            RetryPolicy.none(),
            new RetryBudget(),
            ClientHarness.TIMEOUT,
            false,
            Set.of(),
            "test",
            harness.timer,
            Clock.systemUTC(),
            new Random(1),
            Runnable::run,
            Runnable::run,
            new ClientLifecycle(),
            ClientObservation.of(List.of(), false),
            null);
    return new DefaultOperationExecutor(
        parts, new Identity(TokenProvider.fixed(AccessToken.of("token"))));
  }
}
