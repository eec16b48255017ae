package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Settled;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.printers.PrinterIdentity;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallRetryPolicyTest {
  private static final RetryPolicy FIVE = RetryPolicy.builder().maxAttempts(5).build();

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aCallWithoutRetriesSendsOneAttempt(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(429, "Retry-After", "1"))) {
      var call = harness.view().remoteControl().activate().retryPolicy(RetryPolicy.none());

      var failure = mode.failure(UnavailableException.class, call);

      assertThat(harness.requests()).isEqualTo(1);
      assertThat(harness.timer.pauses()).isEmpty();
      assertThat(failure.retryAfter()).isPresent();
      assertThat(failure).hasMessageContaining("The retry policy allows one attempt.");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aCallCanBeRetriedMoreOftenThanTheClientAllows(ExecutionMode mode) {
    try (ClientHarness harness =
        new ClientHarness(status(503)).with(b -> b.retryPolicy(RetryPolicy.none()))) {
      var call = harness.view().site().get().retryPolicy(FIVE);

      var unused = mode.failure(UnavailableException.class, call);

      assertThat(harness.requests()).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void otherOptionsKeepThePolicy(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503))) {
      var call =
          harness
              .view()
              .printers()
              .register(PrinterIdentity.of("Colorado M-series", "4711", "proof"), "Press 1")
              .retryPolicy(RetryPolicy.none())
              .transferFromOtherSite()
              .idempotencyKey("key")
              .header("X-Note", "text")
              .withResponse();

      var unused = mode.failure(UnavailableException.class, call);

      assertThat(harness.requests()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aFreshTokenIsStillTriedOnce(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(problem(401, "token-expired"), activated())) {
      AtomicInteger tokens = new AtomicInteger();
      var view =
          harness
              .client()
              .withTokenProvider(request -> AccessToken.of("token-" + tokens.incrementAndGet()));

      mode.execute(view.remoteControl().activate().retryPolicy(RetryPolicy.none()));

      assertThat(harness.requests()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void callsWithoutRetriesDoNotChangeTheRetryBudget(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503))) {
      for (int i = 0; i < 200; i++) {
        var unused = mode.failure(UnavailableException.class, read(harness));
      }
      harness.replies(site());
      for (int i = 0; i < 1000; i++) {
        mode.execute(read(harness).retryPolicy(RetryPolicy.none()));
      }
      harness.replies(status(503));

      var failure = mode.failure(UnavailableException.class, read(harness));

      assertThat(failure).hasMessageContaining("retry budget is exhausted for now");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theSettlementOfAChangeHasThePolicyOfTheChange(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(500))) {
      var call = harness.view().remoteControl().activate().retryPolicy(RetryPolicy.none());
      Call<Settled> settlement = mode.failure(CloudServiceException.class, call).settle();

      var first = mode.failure(CloudServiceException.class, settlement);
      assertThat(harness.requests()).isEqualTo(2);

      var second =
          mode.failure(CloudServiceException.class, settlement.retryPolicy(RetryPolicy.standard()));
      assertThat(harness.requests()).isEqualTo(5);
      assertThat(first.attempts()).hasSize(1);
      assertThat(second.attempts()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aDiagnosisNeverRetries(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503))) {
      mode.execute(harness.view().diagnose());
      int requests = harness.requests();
      mode.execute(harness.view().diagnose().retryPolicy(FIVE));

      assertThat(harness.requests()).isEqualTo(2 * requests);
    }
  }

  @Test
  void thePolicyMustNotBeNull() {
    try (ClientHarness harness = new ClientHarness(site())) {
      Call<?> call = read(harness);

      assertThatNullPointerException()
          .isThrownBy(() -> call.retryPolicy(null))
          .withMessage("policy");
    }
  }

  private static Call<?> read(ClientHarness harness) {
    return harness.view().site().get();
  }
}
