package canon.cpp.cloudservice.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ManualTimer;
import canon.cpp.cloudservice.harness.PageTables;
import canon.cpp.cloudservice.harness.Replies;
import canon.cpp.cloudservice.harness.ScriptedTransport;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.internal.http.NetworkSettings;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The defaults in {@code docs/resilience.md} match the code. */
class DefaultsPageTest {

  @Test
  void theTableOfDefaultsMatchesTheCode() {
    RetryPolicy policy = RetryPolicy.standard();
    Map<String, String> defaults = new LinkedHashMap<>();
    defaults.put("a whole call", seconds(timeoutOfACall()));
    defaults.put("one page of a list", "as a call");
    defaults.put("the response to one attempt", "half of the call's timeout");
    defaults.put("opening a connection", seconds(NetworkSettings.DEFAULT.connectTimeout()));
    defaults.put(
        "the body of a response", HttpRequest.DEFAULT_MAX_BODY_BYTES / 1024 / 1024 + " MiB");
    defaults.put("attempts of a call", "" + policy.maxAttempts());
    defaults.put("longest first backoff", policy.baseDelay().toMillis() + " ms");
    defaults.put("longest backoff", seconds(policy.maxDelay()));
    defaults.put("longest `Retry-After` that is obeyed", seconds(policy.maxRetryAfter()));
    RetryBudget budget = new RetryBudget();
    defaults.put("retry budget of a client", "" + retries(budget));
    defaults.put("calls that add one retry to the budget", "" + callsForARetry(budget));

    Map<String, String> told = new LinkedHashMap<>();
    PageTables.of("resilience.md")
        .headed("what")
        .forEach((what, cells) -> told.put(what, cells.get(0)));

    assertThat(told).containsExactlyEntriesOf(defaults);
  }

  private static Duration timeoutOfACall() {
    ManualTimer timer = new ManualTimer();
    ScriptedTransport transport = new ScriptedTransport(timer).replies(Replies.site());
    try (CloudServiceClient client =
        CloudServiceClient.builder(ClientHarness.ADDRESS)
            .transport(transport)
            .timer(timer)
            .build()) {
      assertThat(client.withToken("token").site().get().execute()).isNotNull();
    }
    return transport.requests().get(0).timeout();
  }

  private static int retries(RetryBudget budget) {
    int retries = 0;
    while (budget.tryWithdraw()) {
      retries++;
    }
    return retries;
  }

  private static int callsForARetry(RetryBudget exhausted) {
    int calls = 0;
    do {
      exhausted.deposit();
      calls++;
    } while (!exhausted.tryWithdraw());
    return calls;
  }

  private static String seconds(Duration duration) {
    return duration.toSeconds() + " s";
  }
}
