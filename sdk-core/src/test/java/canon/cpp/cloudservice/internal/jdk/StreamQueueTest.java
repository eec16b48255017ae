package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.ManualTimer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamQueueTest {
  private final ManualTimer timer = new ManualTimer();
  private final StreamQueue queue = new StreamQueue(timer);

  @Test
  void exchangesDoNotWaitBelowTheLimit() {
    assertThat(queue.enter().turn()).isDone();
    assertThat(queue.enter().turn()).isDone();
  }

  @Test
  void rejectedExchangesAreAdmittedInTheOrderInWhichTheyStarted() {
    var running = queue.enter();
    var first = queue.enter();
    var second = queue.enter();
    second.rejected();
    first.rejected();
    var later = queue.enter();

    running.leave();
    assertThat(first.turn()).isDone();
    assertThat(second.turn()).isNotDone();

    first.leave();
    assertThat(second.turn()).isDone();
    assertThat(later.turn()).isNotDone();

    second.leave();
    assertThat(later.turn()).isDone();
  }

  @Test
  void aRejectedExchangeIsAdmittedByTimeIfNoOtherEnds() {
    var only = queue.enter();
    only.rejected();
    assertThat(only.turn()).isNotDone();

    timer.advance(Duration.ofMillis(50));

    assertThat(only.turn()).isDone();
  }

  @Test
  void oneExchangeAtATimeIsAdmittedUntilItHasStarted() {
    var one = queue.enter();
    var other = queue.enter();
    var first = queue.enter();
    var second = queue.enter();
    first.rejected();
    second.rejected();

    one.leave();
    other.leave();
    assertThat(first.turn()).isDone();
    assertThat(second.turn()).isNotDone();

    first.started();
    assertThat(second.turn()).isDone();
  }

  @Test
  void anAdmittedExchangeThatIsRejectedIsTheNextAgain() {
    var running = queue.enter();
    var first = queue.enter();
    var second = queue.enter();
    first.rejected();
    second.rejected();
    running.leave();

    first.rejected();
    assertThat(first.turn()).isNotDone();
    assertThat(second.turn()).isNotDone();

    timer.advance(Duration.ofMillis(50));
    assertThat(first.turn()).isDone();
    assertThat(second.turn()).isNotDone();
  }

  @Test
  void nothingIsTimedOnceNoExchangeWaits() {
    var only = queue.enter();
    only.rejected();
    timer.advance(Duration.ofMillis(50));
    only.leave();

    timer.advance(Duration.ofMillis(50));

    assertThat(timer.pending()).isZero();
  }
}
