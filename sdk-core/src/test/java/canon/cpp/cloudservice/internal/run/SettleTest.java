package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.errors.Outcome.REJECTED;
import static canon.cpp.cloudservice.errors.Outcome.UNKNOWN;
import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.ok;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.refusesConnection;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettleTest {
  private final ClientHarness harness =
      new ClientHarness().with(b -> b.retryPolicy(RetryPolicy.none()));

  @AfterEach
  void end() {
    harness.close();
  }

  private CloudServiceException unknown(ExecutionMode mode) {
    harness.replies(losesConnection());
    var failure =
        mode.failure(CloudServiceException.class, harness.view().users().add("a@b.example"));
    assertThat(failure.outcome()).isEqualTo(UNKNOWN);
    return failure;
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void repeatsTheSameRequestUnderTheSameKey(ExecutionMode mode) {
    var failure = unknown(mode);
    harness.replies(losesConnection());

    mode.failure(CloudServiceException.class, failure.settle());
    mode.failure(CloudServiceException.class, failure.settle());

    List<HttpRequest> requests = harness.transport.requests();
    assertThat(requests).hasSize(3);
    assertThat(harness.transport.sent("Idempotency-Key"))
        .containsOnly(failure.idempotencyKey().orElseThrow());
    assertThat(requests).extracting(HttpRequest::method).containsOnly("POST");
    assertThat(requests).extracting(HttpRequest::uri).containsOnly(requests.get(0).uri());
    assertThat(requests)
        .allSatisfy(request -> assertThat(request.body()).isEqualTo(requests.get(0).body()));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void keepsTheHeadersAndTheTimeoutOfTheCall(ExecutionMode mode) {
    harness.replies(losesConnection());
    var call =
        harness
            .view()
            .remoteControl()
            .activate()
            .idempotencyKey("own")
            .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
            .timeout(Duration.ofSeconds(3));
    var failure = mode.failure(CloudServiceException.class, call);
    harness.replies(activated());

    assertThat(mode.execute(failure.settle()).applied()).isTrue();
    assertThat(mode.execute(failure.settle().timeout(Duration.ofSeconds(2))).applied()).isTrue();

    assertThat(harness.transport.sent("Idempotency-Key")).containsOnly("own");
    assertThat(Set.copyOf(harness.transport.sent("traceparent"))).hasSize(1);
    assertThat(harness.transport.requests())
        .extracting(HttpRequest::timeout)
        .containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRejectionProvesThatTheChangeWasNotApplied(ExecutionMode mode) {
    var failure = unknown(mode);

    for (Reply rejection :
        List.of(
            problem(400, "validation-failed"),
            problem(403, "administrator-required"),
            problem(404, "not-found"),
            problem(409, "account-registered-elsewhere"),
            problem(422, "idempotency-key-reused"),
            problem(418, "teapot"))) {
      harness.replies(rejection);

      assertThat(mode.execute(failure.settle()).applied()).isFalse();
    }

    harness.replies(problem(403, "administrator-required"));
    assertThat(mode.execute(failure.settle()).rejection().code())
        .isEqualTo(ProblemCode.ADMINISTRATOR_REQUIRED);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aResponseThatProvesNothingLeavesTheOutcomeUnknown(ExecutionMode mode) {
    CloudServiceException last = unknown(mode);
    for (Reply reply :
        List.of(
            refusesConnection(),
            status(429),
            problem(429, "rate-limited"),
            status(403),
            status(503),
            problem(409, "idempotency-key-in-progress"),
            problem(401, "unauthenticated"),
            problem(401, "session-ended"),
            ok("<html>"),
            ok("{}"))) {
      harness.replies(reply);

      last = mode.failure(CloudServiceException.class, last.settle());

      assertThat(last.outcome()).isEqualTo(UNKNOWN);
      assertThat(last).hasMessageContaining("[settling addUser (POST /v1/users), 1 attempt in ");
      assertThat(last.report().orElseThrow().earlier().attempts())
          .hasSize(1)
          .allMatch(attempt -> attempt.result().equals("connection lost"));
    }
    assertThat(last).isInstanceOf(MalformedResponseException.class);
    harness.replies(problem(404, "not-found"));
    assertThat(mode.execute(last.settle()).applied()).isFalse();
    assertThat(Set.copyOf(harness.transport.sent("Idempotency-Key"))).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aMissingTokenLeavesTheOutcomeUnknown(ExecutionMode mode) {
    AtomicReference<AccessToken> token = new AtomicReference<>(AccessToken.of("token"));
    var view = harness.client().withTokenProvider(request -> token.get());
    harness.replies(losesConnection());
    var first = mode.failure(CloudServiceException.class, view.remoteControl().activate());
    token.set(null);

    var again = mode.failure(AuthenticationException.class, first.settle());

    assertThat(again.outcome()).isEqualTo(UNKNOWN);
    assertThat(again.attempts()).isEmpty();
    token.set(AccessToken.of("new-token"));
    harness.replies(problem(401, "token-expired"));
    var rejected = mode.failure(UnauthenticatedException.class, again.settle());
    assertThat(rejected.attempts()).extracting("outcome").containsExactly(REJECTED);
    assertThat(rejected.outcome()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void isRetriedAndObservedLikeAnyCall(ExecutionMode mode) {
    harness.with(b -> b.retryPolicy(RetryPolicy.standard()));
    harness.replies(losesConnection());
    var failure =
        mode.failure(CloudServiceException.class, harness.view().remoteControl().activate());
    harness.replies(
        status(503), problem(409, "idempotency-key-in-progress", "Retry-After", "1"), activated());

    var response = mode.execute(failure.settle().withResponse());

    assertThat(response.value()).extracting(Settled::applied).isEqualTo(true);
    assertThat(response.attempts()).isEqualTo(3);
    assertThat(response.status()).isEqualTo(200);
  }

  @Test
  void theMessageSaysWhatToDo() {
    assertThat(unknown(ExecutionMode.BLOCKING))
        .hasMessageEndingWith(
            "connection lost; the change may have been applied, settle() finds out]");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aReadHasNothingToSettle(ExecutionMode mode) {
    harness.replies(losesConnection());
    var failure = mode.failure(UnavailableException.class, harness.view().site().get());

    assertThat(failure.outcome()).isEqualTo(UNKNOWN);
    assertThatIllegalStateException()
        .isThrownBy(failure::settle)
        .withMessage("A read changes nothing, so there is nothing to settle. Call again.");
    assertThat(failure).hasMessageEndingWith("connection lost]");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aKnownOutcomeHasNothingToSettle(ExecutionMode mode) {
    harness.replies(problem(403, "administrator-required"));
    var failure =
        mode.failure(CloudServiceException.class, harness.view().users().add("a@b.example"));

    assertThatIllegalStateException()
        .isThrownBy(failure::settle)
        .withMessage(
            "There is nothing to settle: the outcome is REJECTED, so nothing was changed.");
    assertThatIllegalStateException()
        .isThrownBy(() -> new AuthenticationException("no token", null).settle())
        .withMessageContaining("NOT_SENT");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void afterTheMachineHasSleptTheWallClockDecides(ExecutionMode mode) {
    var now = new AtomicReference<>(ClientHarness.NOW);
    harness.with(
        builder ->
            builder.clock(
                new Clock() {
                  @Override
                  public Instant instant() {
                    return now.get();
                  }

                  @Override
                  public ZoneId getZone() {
                    return ZoneOffset.UTC;
                  }

                  @Override
                  public Clock withZone(ZoneId zone) {
                    return this;
                  }
                }));
    var failure = unknown(mode);
    now.set(ClientHarness.NOW.plus(Duration.ofHours(30)));

    assertThatIllegalStateException()
        .isThrownBy(() -> mode.execute(failure.settle()))
        .withMessageStartingWith("The change is more than 23 hours old");
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aChangeWhoseKeyTheServiceMayHaveForgottenIsNotRepeated(ExecutionMode mode) {
    var failure = unknown(mode);
    harness.replies(activated());
    harness.timer.advance(Duration.ofHours(23).plusSeconds(1));

    assertThatIllegalStateException()
        .isThrownBy(() -> mode.execute(failure.settle()))
        .withMessageStartingWith("The change is more than 23 hours old");
    assertThat(harness.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aClosedClientCannotSettle(ExecutionMode mode) {
    var failure = unknown(mode);
    harness.client().close();

    assertThatIllegalStateException()
        .isThrownBy(() -> mode.execute(failure.settle()))
        .withMessageStartingWith("This client is closed.");
  }

  @Test
  void aSerializedExceptionKeepsOutcomeAndKeyButCannotSettle() throws Exception {
    CloudServiceException original = unknown(ExecutionMode.BLOCKING);

    CloudServiceException copy = copy(original);

    assertThat(copy).hasMessage(original.getMessage());
    assertThat(copy.outcome()).isEqualTo(UNKNOWN);
    assertThat(copy.idempotencyKey()).isPresent().isEqualTo(original.idempotencyKey());
    assertThatIllegalStateException()
        .isThrownBy(copy::settle)
        .withMessageStartingWith("This exception has no client");
  }

  private static CloudServiceException copy(CloudServiceException exception)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(exception);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (CloudServiceException) in.readObject();
    }
  }
}
