package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.activated;
import static canon.cpp.cloudservice.harness.Replies.fails;
import static canon.cpp.cloudservice.harness.Replies.losesConnection;
import static canon.cpp.cloudservice.harness.Replies.ok;
import static canon.cpp.cloudservice.harness.Replies.problem;
import static canon.cpp.cloudservice.harness.Replies.refusesConnection;
import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.site.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetriesTest {

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void transientFailuresAreRetried(ExecutionMode mode) {
    Map<String, Reply> passing = new LinkedHashMap<>();
    for (int status : new int[] {408, 421, 425, 429, 500, 502, 503, 504}) {
      passing.put("status " + status, status(status));
    }
    passing.put("in progress", problem(409, "idempotency-key-in-progress", "Retry-After", "1"));
    passing.put("rate limited", problem(429, "rate-limited", "Retry-After", "1"));
    passing.put("no connection", refusesConnection());
    passing.put("connection lost", losesConnection());
    passing.put("timeout with time left", fails(Reason.TIMEOUT, true, "no response in time"));

    passing.forEach(
        (name, reply) -> {
          try (ClientHarness harness = new ClientHarness(reply, reply, activated())) {
            var answer = mode.execute(harness.view().remoteControl().activate().withResponse());

            assertThat(answer.attempts()).as(name).isEqualTo(3);
            assertThat(harness.timer.pauses()).as(name).hasSize(2);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void permanentFailuresAreNotRetried(ExecutionMode mode) {
    Map<String, Reply> staying = new LinkedHashMap<>();
    for (int status : new int[] {301, 400, 401, 403, 404, 405, 409, 410, 422, 501, 505}) {
      staying.put("status " + status, status(status));
    }
    staying.put("rejected", problem(409, "last-administrator"));
    staying.put("fake does not know", problem(501, "not-modelled"));
    staying.put("other server", fails(Reason.TLS, false, "no trusted TLS connection"));
    staying.put("broken TLS", fails(Reason.TLS, true, "the TLS connection broke"));
    staying.put(
        "no HTTP", fails(Reason.MALFORMED_RESPONSE, true, "the response is not valid HTTP"));
    staying.put("closed", fails(Reason.CLOSED, false, "the transport is closed"));
    staying.put("no JSON", ok("<html>"));

    staying.forEach(
        (name, reply) -> {
          try (ClientHarness harness = new ClientHarness(reply)) {
            var failure =
                mode.failure(
                    CloudServiceException.class, harness.view().remoteControl().activate());

            assertThat(failure.attempts()).as(name).hasSize(1);
            assertThat(harness.requests()).as(name).isEqualTo(1);
            assertThat(harness.timer.pauses()).as(name).isEmpty();
          }
        });
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void retriesEndAtTheMaximumOfAttempts(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503))) {
      var failure = mode.failure(UnavailableException.class, harness.view().site().get());

      assertThat(harness.requests()).isEqualTo(3);
      assertThat(failure.attempts()).extracting(Attempt::result).containsOnly("503").hasSize(3);
      assertThat(failure).hasMessageContaining("failed (503). All attempts have failed.");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theNonePolicyMakesOneAttempt(ExecutionMode mode) {
    try (ClientHarness harness =
        new ClientHarness(status(503)).with(b -> b.retryPolicy(RetryPolicy.none()))) {
      var failure = mode.failure(UnavailableException.class, harness.view().site().get());

      assertThat(harness.requests()).isEqualTo(1);
      assertThat(failure).hasMessageContaining("The retry policy allows one attempt.");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRequestStillInProgressAfterAllAttemptsIsAConflict(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(problem(409, "idempotency-key-in-progress"))) {
      var call = harness.view().remoteControl().activate();

      var failure = mode.failure(ConflictException.class, call);

      assertThat(failure.attempts()).hasSize(3);
      assertThat(failure).hasMessageContaining("still being processed");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void attemptsOfAnExecutionShareAKeyAndEachExecutionHasItsOwn(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503), losesConnection(), activated())) {
      var call = harness.view().remoteControl().activate();
      mode.execute(call);
      harness.replies(status(503), activated());
      mode.execute(call);

      var keys = harness.transport.sent("Idempotency-Key");
      assertThat(keys).hasSize(5).doesNotContainNull().allMatch(key -> key.matches("[0-9a-f]{32}"));
      assertThat(Set.copyOf(keys.subList(0, 3))).hasSize(1);
      assertThat(Set.copyOf(keys.subList(3, 5))).hasSize(1);
      assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void theCallersKeyIsUsedEachTimeAndReportedOnFailure(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503))) {
      var call = harness.view().remoteControl().activate().idempotencyKey("row-17");

      var failure = mode.failure(UnavailableException.class, call);
      harness.replies(activated());
      mode.execute(call);

      assertThat(failure.idempotencyKey()).contains("row-17");
      assertThat(harness.transport.sent("Idempotency-Key")).containsOnly("row-17").hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void readsHaveNoKey(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503), site())) {
      Response<Site> answer = mode.execute(harness.view().site().get().withResponse());

      assertThat(answer.attempts()).isEqualTo(2);
      assertThat(harness.transport.sent("Idempotency-Key")).containsOnlyNulls();
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void attemptsOfACallShareATraceAndTheCallersTraceIsContinued(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503), site())) {
      mode.execute(harness.view().site().get());
      mode.execute(harness.view().site().get());

      List<String> sent = harness.transport.sent("traceparent");
      assertThat(sent).allMatch(value -> value.matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01"));
      assertThat(sent.get(0)).isEqualTo(sent.get(1)).isNotEqualTo(sent.get(2));

      String given = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
      mode.execute(harness.view().site().get().header("TraceParent", given));

      assertThat(harness.transport.sent("traceparent").get(3)).isEqualTo(given);
    }
  }
}
