package canon.cpp.cloudservice.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.harness.ManualTimer;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.internal.observe.ClientObservation;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CallMonitorTest {
  private final ManualTimer timer = new ManualTimer();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch inListener = new CountDownLatch(1);
  private final CountDownLatch mayReturn = new CountDownLatch(1);
  private final CallMonitor monitor =
      new CallMonitor(
          ClientObservation.of(List.of(new Recorder()), false),
          new CallInfo("getSite", "GET /v1/site", null, "trace"),
          new Deadline(timer, Duration.ofSeconds(10)));

  private final class Recorder implements CallListener {
    @Override
    public void callStarted(CallInfo call) {
      events.add("started");
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
      events.add("attempt " + number);
      inListener.countDown();
      if (number == 2) {
        Threads.await(mayReturn);
      }
    }

    @Override
    public void attemptEnded(CallInfo call, int number, Attempt attempt) {
      events.add("attempt " + number + " ended: " + attempt.result());
    }

    @Override
    public void callEnded(CallInfo call, List<Attempt> attempts, Duration took, Throwable failure) {
      events.add("ended");
    }
  }

  @Test
  void anAttemptIsRecordedWithItsDuration() {
    timer.advance(Duration.ofSeconds(1));
    assertThat(monitor.start()).isTrue();
    timer.advance(Duration.ofSeconds(2));
    monitor.failed("connection lost", Outcome.UNKNOWN);

    assertThat(monitor.attempts())
        .containsExactly(new Attempt("connection lost", Outcome.UNKNOWN, Duration.ofSeconds(2)));
  }

  @Test
  void theEndOfTheCallEndsTheAttemptInFlightOnceAndPreventsOthers() {
    assertThat(monitor.start()).isTrue();
    assertThat(monitor.send()).isTrue();
    monitor.close("timed out");
    monitor.failed("connection lost", Outcome.UNKNOWN);
    monitor.close("abandoned");

    assertThat(monitor.start()).isFalse();
    assertThat(monitor.attempts())
        .containsExactly(new Attempt("timed out", Outcome.UNKNOWN, Duration.ZERO));
  }

  @Test
  void anAttemptBeforeItsRequestIsReportedAsNotSent() {
    assertThat(monitor.start()).isTrue();
    monitor.close("timed out");

    assertThat(monitor.send()).isFalse();
    assertThat(monitor.attempts())
        .containsExactly(new Attempt("timed out", Outcome.NOT_SENT, Duration.ZERO));
  }

  @Test
  void aCallThatEndsBetweenAttemptsStartsNoOther() {
    monitor.close("timed out");

    assertThat(monitor.attempts()).isEmpty();
    assertThat(monitor.count()).isZero();
  }

  @Test
  void eventsAreKeptUntilTheyAreDelivered() {
    assertThat(monitor.start()).isTrue();
    monitor.end(null);
    assertThat(events).isEmpty();

    monitor.deliver();

    assertThat(events)
        .containsExactly("started", "attempt 1", "attempt 1 ended: abandoned", "ended");
  }

  @Test
  void eventsAreDeliveredInOrderByTheThreadThatIsDelivering() {
    assertThat(monitor.start()).isTrue();
    monitor.failed("connection lost", Outcome.UNKNOWN);
    assertThat(monitor.start()).isTrue();
    CompletableFuture<Void> delivering =
        Threads.start(
            () -> {
              monitor.deliver();
              return null;
            });
    Threads.await(() -> events.contains("attempt 2"));

    monitor.end(null);
    monitor.deliver();
    assertThat(events).doesNotContain("ended");

    mayReturn.countDown();
    delivering.join();
    assertThat(events).endsWith("attempt 2", "attempt 2 ended: abandoned", "ended");
  }
}
