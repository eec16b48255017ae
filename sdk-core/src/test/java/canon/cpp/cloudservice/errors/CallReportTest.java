package canon.cpp.cloudservice.errors;

import static canon.cpp.cloudservice.errors.Outcome.NOT_SENT;
import static canon.cpp.cloudservice.errors.Outcome.REJECTED;
import static canon.cpp.cloudservice.errors.Outcome.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import canon.cpp.cloudservice.PageToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReportTest {

  @Test
  void theLeastCertainAttemptDecidesTheOutcome() {
    assertThat(report(0).outcome()).isEqualTo(NOT_SENT);
    assertThat(report(0, attempt(NOT_SENT)).outcome()).isEqualTo(NOT_SENT);
    assertThat(report(0, attempt(REJECTED), attempt(NOT_SENT)).outcome()).isEqualTo(REJECTED);
    assertThat(report(0, attempt(UNKNOWN), attempt(REJECTED)).outcome()).isEqualTo(UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "40, 40 ms",
    "999, 999 ms",
    "1000, 1 s",
    "1049, 1 s",
    "1050, 1.1 s",
    "9960, 10 s",
    "90000, 90 s"
  })
  void durationsAreShownInReadableUnits(long millis, String shown) {
    assertThat(report(millis, attempt(NOT_SENT)).summary())
        .isEqualTo("addUser (POST /v1/users), 1 attempt in " + shown + " of 10 s: x");
  }

  @Test
  void theElapsedTimeIncludesTheTimeBetweenAttempts() {
    Attempt quick = new Attempt("503", UNKNOWN, Duration.ofMillis(10));

    assertThat(report(4200, quick, quick).summary())
        .isEqualTo("addUser (POST /v1/users), 2 attempts in 4.2 s of 10 s: 503, 503");
  }

  @Test
  void aCallThatWasNotSentIsReportedAsSuch() {
    assertThat(report(0).summary()).isEqualTo("addUser (POST /v1/users), not sent");
  }

  @Test
  void aListReportsItsProgress() {
    CallReport report =
        new CallReport(
            "listUsers",
            "GET /v1/users",
            null,
            List.of(),
            Duration.ZERO,
            Duration.ofSeconds(1),
            new PagingProgress(250, PageToken.of("token")));

    assertThat(report.summary())
        .isEqualTo("listUsers (GET /v1/users), not sent; after 250 items of the list");
  }

  @Test
  void aFailedSettlementHasTheOutcomeOfTheOriginalChange() {
    CallReport change = report(0, attempt(UNKNOWN));
    CallReport settling =
        new CallReport(
            "addUser",
            "POST /v1/users",
            "key",
            List.of(attempt(REJECTED)),
            Duration.ZERO,
            Duration.ofSeconds(1),
            null,
            change,
            null);

    assertThat(settling.outcome()).isEqualTo(UNKNOWN);
    assertThat(settling.summary())
        .isEqualTo("settling addUser (POST /v1/users), 1 attempt in 0 ms of 1 s: x");
  }

  @Test
  void attemptsAreCopied() {
    List<Attempt> attempts = new ArrayList<>(List.of(attempt(UNKNOWN)));
    CallReport report =
        new CallReport("o", "t", null, attempts, Duration.ZERO, Duration.ofSeconds(1), null);
    attempts.clear();

    assertThat(report.attempts()).hasSize(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> report.attempts().clear());
  }

  private static Attempt attempt(Outcome outcome) {
    return new Attempt("x", outcome, Duration.ZERO);
  }

  private static CallReport report(long millis, Attempt... attempts) {
    return new CallReport(
        "addUser",
        "POST /v1/users",
        "key",
        List.of(attempts),
        Duration.ofMillis(millis),
        Duration.ofSeconds(10),
        null);
  }
}
