package canon.cpp.cloudservice.internal.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SystemTimerTest {
  private static final Duration LONG = Duration.ofDays(100);

  @Test
  void pausesAndTimeoutsDoNotEndEarly() {
    try (SystemTimer timer = new SystemTimer("test-timer")) {
      long start = timer.nanoTime();
      timer.pause(Duration.ofMillis(5)).join();
      timer.timeout(Duration.ofMillis(5)).join();

      assertThat(timer.nanoTime() - start).isGreaterThanOrEqualTo(10_000_000L);
      timer.pause(Duration.ZERO).join();
    }
  }

  @Test
  void itUsesFewNamedDaemonThreadsThatEndWhenNothingIsPending() throws InterruptedException {
    try (SystemTimer timer = new SystemTimer("timer-of-this-test", 1)) {
      List<CompletableFuture<Void>> alarms = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        alarms.add(timer.timeout(LONG));
      }
      List<Thread> threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("prismasync-timer-of-this-test"))
              .collect(Collectors.toList());
      // An idle thread may be about to end when another one starts.
      assertThat(threads).hasSizeBetween(1, 2).allMatch(Thread::isDaemon);

      alarms.forEach(alarm -> alarm.cancel(false));

      for (Thread thread : threads) {
        thread.join();
      }
    }
  }

  @Test
  void closingCompletesAllPendingFutures() {
    SystemTimer timer = new SystemTimer("test-timer");
    List<CompletableFuture<Void>> waiting = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      waiting.add(timer.pause(LONG));
      waiting.add(timer.timeout(LONG));
    }

    timer.close();
    timer.close();

    CompletableFuture.allOf(waiting.toArray(new CompletableFuture<?>[0])).join();
    assertThat(timer.pause(LONG)).isCompleted();
  }

  @Test
  void closingCompletesFuturesThatAreCreatedAtTheSameTime() {
    for (int round = 0; round < 50; round++) {
      SystemTimer timer = new SystemTimer("test-timer");
      CompletableFuture<Void> closing = CompletableFuture.runAsync(timer::close);

      CompletableFuture<?>[] waiting =
          IntStream.range(0, 200)
              .mapToObj(i -> timer.timeout(LONG))
              .toArray(CompletableFuture<?>[]::new);

      closing.join();
      CompletableFuture.allOf(waiting).join();
    }
  }
}
