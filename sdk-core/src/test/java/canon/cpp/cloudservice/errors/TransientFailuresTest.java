package canon.cpp.cloudservice.errors;

import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.fails;
import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.ok;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import canon.cpp.cloudservice.remotecontrol.Activation;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a host needs to decide whether and when to retry. */
class TransientFailuresTest {
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
  private final CallListener listener =
      new CallListener() {
        @Override
        public void attemptEnded(CallInfo call, int number, Attempt attempt) {
          attempts.add(attempt);
        }
      };
  private final ClientHarness harness =
      new ClientHarness().with(b -> b.retryPolicy(RetryPolicy.none()).listener(listener));

  @AfterEach
  void close() {
    harness.close();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(status(503), true),
        Arguments.of(status(429), true),
        Arguments.of(problem(409, "idempotency-key-in-progress"), true),
        Arguments.of(losesConnection(), true),
        Arguments.of(fails(Reason.CONNECT, false, "refused"), true),
        Arguments.of(fails(Reason.TLS, false, "untrusted"), false),
        Arguments.of(fails(Reason.PROXY, false, "407"), false),
        Arguments.of(fails(Reason.MALFORMED_RESPONSE, true, "not HTTP"), false),
        Arguments.of(problem(400, "validation-failed"), false),
        Arguments.of(problem(401, "unauthenticated"), false),
        Arguments.of(problem(403, "administrator-required"), false),
        Arguments.of(problem(409, "last-administrator"), false),
        Arguments.of(ok("?"), false),
        Arguments.of(status(302), false));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isTransientTellsWhetherTheCallMaySucceedLater(Reply reply, boolean expected) {
    harness.replies(reply);

    var failure =
        ExecutionMode.BLOCKING.failure(
            CloudServiceException.class, harness.view().remoteControl().activate());

    assertThat(failure.isTransient()).as(failure.toString()).isEqualTo(expected);
  }

  @Test
  void theTimeToWaitIsOnEveryException() {
    harness.replies(status(503, "Retry-After", "7"));

    CloudServiceException failure =
        ExecutionMode.BLOCKING.failure(CloudServiceException.class, harness.view().site().get());
    CloudServiceException provider =
        AuthenticationException.builder(AuthenticationErrorKind.TOKEN_ENDPOINT)
            .retryAfter(Duration.ofSeconds(9))
            .build();

    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(provider.retryAfter()).contains(Duration.ofSeconds(9));
    assertThat(provider.isTransient()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void settlingReturnsTheResultOfTheChange(ExecutionMode mode) {
    harness.replies(losesConnection());
    var call = harness.view().remoteControl().activate();
    var failure = mode.failure(CloudServiceException.class, call);
    var withResponse = mode.failure(CloudServiceException.class, call.withResponse());
    harness.replies(activated());

    Activation result = mode.execute(call);
    Settled settled = mode.execute(failure.settle());

    assertThat(settled.result(Activation.class)).contains(result);
    assertThat(mode.execute(withResponse.settle()).result(Activation.class)).contains(result);
    assertThat(mode.execute(withResponse.settle()).result(Response.class)).isPresent();
    assertThatExceptionOfType(ClassCastException.class)
        .isThrownBy(() -> settled.result(AddedUser.class));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRejectedSettlementHasNoResult(ExecutionMode mode) {
    harness.replies(losesConnection());
    var failure =
        mode.failure(CloudServiceException.class, harness.view().remoteControl().activate());
    harness.replies(problem(403, "not-on-remote-control-list"));

    assertThat(mode.execute(failure.settle()).result(Activation.class)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aSuccessfulAttemptIsCompleted(ExecutionMode mode) {
    harness.replies(activated());

    mode.execute(harness.view().remoteControl().activate());

    assertThat(attempts).singleElement().extracting(Attempt::outcome).isEqualTo(Outcome.COMPLETED);
  }

  @Test
  void aCallThatFailsAfterACompletedAttemptIsUnknown() {
    CallReport report =
        new CallReport(
            "addUser",
            "POST /v1/users",
            "key",
            List.of(new Attempt("201", Outcome.COMPLETED, Duration.ofMillis(1))),
            Duration.ofMillis(1),
            Duration.ofSeconds(1),
            null);

    assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void codesCanBeSwitchedOn() {
    String advice =
        switch (ProblemCode.RATE_LIMITED.id()) {
          case ProblemCode.Id.RATE_LIMITED -> "wait";
          default -> "correct";
        };

    assertThat(advice).isEqualTo("wait");
  }
}
