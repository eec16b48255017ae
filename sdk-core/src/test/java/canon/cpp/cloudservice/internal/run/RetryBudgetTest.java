package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryBudgetTest {

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aServiceThatAlwaysFailsIsNotBuriedUnderRetries(ExecutionMode way) {
    try (ClientHarness bench = new ClientHarness(status(503))) {
      int calls = 0;
      while (!lastMessage(way, bench).contains("retries are used up for now")) {
        calls++;
      }
      assertThat(calls).as("calls until the budget is dry").isBetween(40, 60);

      int before = bench.requests();
      for (int i = 0; i < 1000; i++) {
        String unused = lastMessage(way, bench);
      }

      assertThat(bench.requests() - before).isBetween(1000, 1200);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aThousandCallsFromAFullBudgetMakeAtMostTwelveHundredRequests(ExecutionMode way) {
    try (ClientHarness bench = new ClientHarness(status(503))) {
      for (int i = 0; i < 1000; i++) {
        String unused = lastMessage(way, bench);
      }

      assertThat(bench.requests()).isLessThanOrEqualTo(1200);
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void viewsShareTheBudgetAndSuccessesFillIt(ExecutionMode way) {
    try (ClientHarness bench = new ClientHarness(status(503))) {
      while (!lastMessage(way, bench).contains("retries are used up for now")) {
        // Dry it.
      }

      bench.replies(site());
      for (int i = 0; i < 20; i++) {
        way.execute(bench.client().withToken("other").site().get());
      }

      bench.replies(status(503));
      int before = bench.requests();
      assertThat(lastMessage(way, bench)).contains("All attempts are used up");
      assertThat(bench.requests() - before).isEqualTo(3);
    }
  }

  private static String lastMessage(ExecutionMode way, ClientHarness bench) {
    return way.failure(UnavailableException.class, bench.view().site().get()).getMessage();
  }
}
