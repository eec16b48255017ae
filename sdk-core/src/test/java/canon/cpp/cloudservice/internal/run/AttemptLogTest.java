package canon.cpp.cloudservice.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.harness.ManualTimer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLogTest {
  private final ManualTimer timer = new ManualTimer();
  private final AttemptLog log = new AttemptLog(new Deadline(timer, Duration.ofSeconds(10)));

  @Test
  void anAttemptIsToldWithWhatItTook() {
    timer.advance(Duration.ofSeconds(1));
    assertThat(log.begin()).isTrue();
    timer.advance(Duration.ofSeconds(2));
    Attempt attempt = log.unanswered("connection lost", Outcome.UNKNOWN);

    assertThat(attempt)
        .isEqualTo(new Attempt("connection lost", Outcome.UNKNOWN, Duration.ofSeconds(2)));
    assertThat(log.soFar()).containsExactly(attempt);
  }

  @Test
  void theEndOfTheCallEndsTheAttemptUnderWayOnceAndAllowsNoOther() {
    assertThat(log.begin()).isTrue();
    assertThat(log.close("no answer in time")).isNotNull();
    assertThat(log.unanswered("connection lost", Outcome.UNKNOWN)).isNull();
    assertThat(log.close("given up")).isNull();

    assertThat(log.begin()).isFalse();
    assertThat(log.soFar())
        .containsExactly(new Attempt("no answer in time", Outcome.UNKNOWN, Duration.ZERO));
  }

  @Test
  void aCallThatEndsBetweenAttemptsGainsNone() {
    assertThat(log.close("no answer in time")).isNull();

    assertThat(log.soFar()).isEmpty();
    assertThat(log.size()).isZero();
  }
}
