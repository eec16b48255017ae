package canon.cpp.cloudservice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.UnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnavailableWireTest {
  private static final String HTML = "<html><body>John, try later</body></html>";

  @RegisterExtension static final WireService service = new WireService();

  @ParameterizedTest
  @ValueSource(ints = {500, 501, 502, 503, 504, 507, 599})
  void aFailureOfTheServiceHasAnUnknownOutcome(int status) {
    service.answers(WireService.answer(status, "text/html", HTML));

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure)
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("(" + status + ", request req_42)")
        .hasMessageContaining("Try again later");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(((UnavailableException) failure).retryAfter()).isEmpty();
  }

  @Test
  void aFailureWithACodeIsNotARejection() {
    service.answersProblem(500, Rejections.problem(500, "database-down"));

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure)
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("(500 database-down, request req_42)");
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void aThrottledRequestWasNotApplied() {
    service.answers(WireService.answer(429, "text/html", HTML));

    CloudServiceException failure = Rejections.failureOf(service);

    assertThat(failure)
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("(429, request req_42)")
        .hasMessageContaining("call less often");
    assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "7|7",
        "0|0",
        "999999999999|2147483647",
        "Sun, 06 Nov 2033 08:49:47 GMT|10",
        "Sun, 06 Nov 2033 08:49:30 GMT|0",
        "soon|",
        "-1|",
        "1.5|",
        "|"
      },
      delimiter = '|')
  void retryAfterIsReadInBothForms(String header, Long seconds) {
    var answer =
        WireService.answer(503, "text/plain", "")
            .withHeader("Date", "Sun, 06 Nov 2033 08:49:37 GMT");
    service.answers(header == null ? answer : answer.withHeader("Retry-After", header));

    var failure = (UnavailableException) Rejections.failureOf(service);

    assertThat(failure.retryAfter().map(Duration::getSeconds).orElse(null)).isEqualTo(seconds);
  }
}
