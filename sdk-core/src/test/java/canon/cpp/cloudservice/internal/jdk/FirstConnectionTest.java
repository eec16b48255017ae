package canon.cpp.cloudservice.internal.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.ManualTimer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FirstConnectionTest {
  private final ManualTimer timer = new ManualTimer();
  private final FirstConnection connection = new FirstConnection(timer, FirstConnection.PATIENCE);

  @Test
  void othersWaitUntilTheFirstExchangeHasAConnection() {
    var first = connection.enter();
    var second = connection.enter();
    var third = connection.enter();
    assertThat(first.open()).isDone();
    assertThat(second.open()).isNotDone();
    assertThat(third.open()).isNotDone();

    first.connected();

    assertThat(second.open()).isDone();
    assertThat(third.open()).isDone();
    assertThat(connection.enter().open()).isDone();
  }

  @Test
  void aResponseShowsThatThereIsAConnection() {
    var first = connection.enter();
    var second = connection.enter();

    first.responded(true);

    assertThat(second.open()).isDone();
  }

  @Test
  void othersDoNotWaitForAnExchangeThatHasEnded() {
    var first = connection.enter();
    var second = connection.enter();

    first.leave();

    assertThat(second.open()).isDone();
  }

  @Test
  void othersDoNotWaitForLongForAnExchangeThatStalls() {
    connection.enter();
    var second = connection.enter();
    timer.advance(Duration.ofMillis(499));
    assertThat(second.open()).isNotDone();

    timer.advance(Duration.ofMillis(1));

    assertThat(second.open()).isDone();
    assertThat(connection.enter().open()).as("one that starts later").isDone();
  }

  @Test
  void anExchangeThatStopsWaitingDoesNotStopOthers() {
    var first = connection.enter();
    var second = connection.enter();
    var third = connection.enter();

    second.open().cancel(true);
    second.leave();
    assertThat(third.open()).isNotDone();

    first.connected();
    assertThat(third.open()).isDone();
  }

  @Test
  void exchangesDoNotWaitSoonAfterAResponse() {
    var first = connection.enter();
    first.responded(true);
    first.leave();
    timer.advance(Duration.ofSeconds(9));

    connection.enter();

    assertThat(connection.enter().open()).isDone();
  }

  @Test
  void exchangesWaitForANewConnectionAfterAPause() {
    var first = connection.enter();
    first.responded(true);
    first.leave();
    timer.advance(Duration.ofSeconds(10));

    connection.enter();

    assertThat(connection.enter().open()).isNotDone();
  }

  @Test
  void exchangesOfAServerWithoutHttp2DoNotWaitForEachOther() {
    var first = connection.enter();
    first.responded(false);
    first.leave();
    timer.advance(Duration.ofMinutes(1));

    connection.enter();

    assertThat(connection.enter().open()).isDone();
  }

  @Test
  void leavingTwiceHasNoEffect() {
    var first = connection.enter();
    first.leave();
    first.leave();

    connection.enter();

    assertThat(connection.enter().open()).isNotDone();
  }
}
