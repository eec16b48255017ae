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
    log.end("503", Outcome.UNKNOWN);

    assertThat(log.soFar())
        .containsExactly(new Attempt("503", Outcome.UNKNOWN, Duration.ofSeconds(2)));
  }

  @Test
  void theEndOfTheCallEndsTheAttemptUnderWayOnceAndAllowsNoOther() {
    assertThat(log.begin()).isTrue();
    log.close("no answer in time");
    log.end("200", Outcome.UNKNOWN);
    log.close("given up");

    assertThat(log.begin()).isFalse();
    assertThat(log.soFar())
        .containsExactly(new Attempt("no answer in time", Outcome.UNKNOWN, Duration.ZERO));
  }

  @Test
  void aCallThatEndsBetweenAttemptsGainsNone() {
    log.close("no answer in time");

    assertThat(log.soFar()).isEmpty();
    assertThat(log.size()).isZero();
  }
}
