package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A hanging JDK client cannot be produced at will, but the escalation of the timeout can be tested.
 */
class ExchangeTimeoutTest {
  private final ManualTimer timer = new ManualTimer();
  private final List<String> ends = new ArrayList<>();
  private final ExchangeTimeout alarm =
      ExchangeTimeout.start(
          timer, Duration.ofSeconds(2), () -> ends.add("gently"), () -> ends.add("by force"));

  @Test
  void anExchangeThatIgnoresCancellationIsEndedByForce() {
    timer.advance(Duration.ofMillis(1_999));
    assertThat(ends).isEmpty();

    timer.advance(Duration.ofMillis(1));
    assertThat(ends).containsExactly("gently");

    timer.advance(Duration.ofMillis(500));
    assertThat(ends).containsExactly("gently", "by force");
  }

  @Test
  void anExchangeThatEndsOnCancellationIsNotForced() {
    timer.advance(Duration.ofSeconds(2));
    alarm.cancel();
    timer.advance(Duration.ofSeconds(2));

    assertThat(ends).containsExactly("gently");
  }

  @Test
  void anExchangeThatEndsInTimeIsNotCancelled() {
    alarm.cancel();
    timer.advance(Duration.ofSeconds(4));

    assertThat(ends).isEmpty();
  }
}
