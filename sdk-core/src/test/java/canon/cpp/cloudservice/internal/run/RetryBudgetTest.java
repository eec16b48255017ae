package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import canon.cpp.cloudservice.harness.ScriptedTransport.Reply;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryBudgetTest {

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aServiceThatAlwaysFailsReceivesFewRetries(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503))) {
      int calls = 0;
      while (!lastMessage(mode, harness).contains("retry budget is exhausted for now")) {
        calls++;
      }
      assertThat(calls).as("calls until the budget is dry").isBetween(40, 60);

      int before = harness.requests();
      for (int i = 0; i < 1000; i++) {
        String unused = lastMessage(mode, harness);
      }

      assertThat(harness.requests() - before).isBetween(1000, 1200);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aThousandCallsFromAFullBudgetMakeAtMostTwelveHundredRequests(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503))) {
      for (int i = 0; i < 1000; i++) {
        String unused = lastMessage(mode, harness);
      }

      assertThat(harness.requests()).isLessThanOrEqualTo(1200);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void viewsShareTheBudgetAndSuccessesFillIt(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503))) {
      while (!lastMessage(mode, harness).contains("retry budget is exhausted for now")) {
        // Exhaust the budget.
      }

      harness.replies(site());
      for (int i = 0; i < 20; i++) {
        mode.execute(harness.client().withToken("other").site().get());
      }

      harness.replies(status(503));
      int before = harness.requests();
      assertThat(lastMessage(mode, harness)).contains("All attempts have failed");
      assertThat(harness.requests() - before).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void retriesAfterRetryAfterDoNotUseTheBudget(ExecutionMode mode) {
    Reply throttled = status(429, "Retry-After", "1");
    try (ClientHarness harness = new ClientHarness(throttled)) {
      for (int i = 0; i < 1000; i++) {
        assertThat(lastMessage(mode, harness)).contains("All attempts have failed");
      }
      assertThat(harness.requests()).isEqualTo(3000);

      harness.replies(status(503));
      assertThat(lastMessage(mode, harness)).contains("All attempts have failed");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aRetryAfterOfZeroUsesTheBudget(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503, "Retry-After", "0"))) {
      for (int i = 0; i < 1000; i++) {
        String unused = lastMessage(mode, harness);
      }

      assertThat(harness.requests()).isLessThanOrEqualTo(1200);
    }
  }

  private static String lastMessage(ExecutionMode mode, ClientHarness harness) {
    return mode.failure(UnavailableException.class, harness.view().site().get()).getMessage();
  }
}
