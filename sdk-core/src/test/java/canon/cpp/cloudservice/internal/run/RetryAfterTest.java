package canon.cpp.cloudservice.internal.run;

import static canon.cpp.cloudservice.harness.Replies.site;
import static canon.cpp.cloudservice.harness.Replies.status;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.harness.ClientHarness;
import canon.cpp.cloudservice.harness.ExecutionMode;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  /** The machine's clock shows 12:00:00 on this day. */
  private static final String DAY = "Sat, 01 Mar 2031 ";

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void secondsAreObeyed(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503, "Retry-After", " 3 "), site())) {
      mode.execute(harness.view().site().get());

      assertThat(harness.timer.pauses()).containsExactly(Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "12:00:04 GMT, , 4", // with the machine's clock
    "15:30:04 GMT, 15:30:00 GMT, 4", // the machine is three and a half hours slow
    "09:00:04 GMT, 09:00:00 GMT, 4", // the machine is three hours fast
    "12:00:04 GMT, nonsense, 4",
  })
  void datesAreRelativeToTheDateOfTheResponse(String until, String sent, long seconds) {
    String[] headers =
        sent == null
            ? new String[] {"Retry-After", DAY + until}
            : new String[] {"Retry-After", DAY + until, "Date", DAY + sent};
    try (ClientHarness harness = new ClientHarness(status(429, headers), site())) {
      harness.view().site().get().execute();

      assertThat(harness.timer.pauses()).containsExactly(Duration.ofSeconds(seconds));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-5",
        "1.5",
        "+3",
        "3 s",
        "soon",
        "٣",
        "0x10",
        "1e3",
        "Sat, 01 Mar 2031",
        "Mon, 01 Mar 2031 12:00:04 GMT",
        "2031-03-01T12:00:04Z",
        "\u0000"
      })
  void invalidValuesAreIgnored(String garbage) {
    try (ClientHarness harness = new ClientHarness(status(503, "Retry-After", garbage))) {
      var failure =
          ExecutionMode.BLOCKING.failure(UnavailableException.class, harness.view().site().get());

      assertThat(failure.retryAfter()).isEmpty();
      assertThat(harness.timer.pauses())
          .hasSize(2)
          .allMatch(pause -> pause.compareTo(Duration.ofMillis(400)) < 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", DAY + "11:00:00 GMT"})
  void zeroOrAPastDateStillLeavesTheBackoff(String value) {
    try (ClientHarness harness = new ClientHarness(status(503, "Retry-After", value))) {
      var failure =
          ExecutionMode.BLOCKING.failure(UnavailableException.class, harness.view().site().get());

      assertThat(failure.retryAfter()).contains(Duration.ZERO);
      assertThat(harness.timer.pauses()).hasSize(2).allMatch(pause -> !pause.isZero());
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aDelayBeyondThePolicyFailsAtOnceWithRetryAfter(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(503, "Retry-After", "61"))) {
      var call = harness.view().site().get().timeout(Duration.ofMinutes(5));

      var failure = mode.failure(UnavailableException.class, call);

      assertThat(harness.requests()).isEqualTo(1);
      assertThat(harness.timer.pauses()).isEmpty();
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(61));
      assertThat(failure)
          .hasMessageContaining(
              "The service asks for a delay of 61 s, which is longer than the retry policy allows; try"
                  + " again then.");
    }
  }

  @ParameterizedTest
  @EnumSource(ExecutionMode.class)
  void aDelayBeyondTheDeadlineFailsAtOnceWithRetryAfter(ExecutionMode mode) {
    try (ClientHarness harness = new ClientHarness(status(429, "Retry-After", "10"))) {
      var failure = mode.failure(UnavailableException.class, harness.view().site().get());

      assertThat(harness.requests()).isEqualTo(1);
      assertThat(harness.timer.pauses()).isEmpty();
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(10));
      assertThat(failure)
          .hasMessageContaining(
              "(429). The service asks for a delay of 10 s, which is longer than the time before the deadline; try again"
                  + " then.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9999999999",
        "99999999999999999999999999",
        "Mon, 01 Mar 9999 12:00:00 GMT",
        "Mon, 01 Mar 999999999 12:00:00 GMT"
      })
  void hugeValuesAreLimited(String ages) {
    try (ClientHarness harness = new ClientHarness(status(503, "Retry-After", ages))) {
      var failure =
          ExecutionMode.BLOCKING.failure(UnavailableException.class, harness.view().site().get());

      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(Integer.MAX_VALUE));
    }
  }
}
