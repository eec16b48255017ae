package canon.cpp.cloudservice.harness;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Virtual time. A delay ends at once and advances the time to its end, unless delays are held;
 * timeouts complete when the time is advanced past them.
 */
public final class ManualTimer implements Timer {
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<Duration> pauses = new ArrayList<>();
  private final CompletableFuture<Void> firstPause = new CompletableFuture<>();
  private boolean holding;
  private long now = 1_000_000_000_000L;

  private record Alarm(long due, CompletableFuture<Void> future) {}

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public CompletableFuture<Void> pause(Duration duration) {
    boolean waits;
    synchronized (this) {
      pauses.add(duration);
      waits = holding;
    }
    CompletableFuture<Void> over = waits ? timeout(duration) : new CompletableFuture<>();
    if (!waits) {
      advance(duration);
      over.complete(null);
    }
    firstPause.complete(null);
    return over;
  }

  @Override
  public synchronized CompletableFuture<Void> timeout(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("A timer cannot wait for " + duration);
    }
    Alarm alarm = new Alarm(now + duration.toNanos(), new CompletableFuture<>());
    alarms.add(alarm);
    return alarm.future;
  }

  /** From now on delays wait for {@link #advance}. */
  public synchronized void holdPauses() {
    holding = true;
  }

  /** Advances the time, and completes what is due on the way, in order and on this thread. */
  public void advance(Duration duration) {
    long end = nanoTime() + duration.toNanos();
    for (Optional<Alarm> next = nextUntil(end); next.isPresent(); next = nextUntil(end)) {
      next.get().future.complete(null);
    }
  }

  private synchronized Optional<Alarm> nextUntil(long end) {
    alarms.removeIf(alarm -> alarm.future.isDone());
    Optional<Alarm> next =
        alarms.stream().filter(alarm -> alarm.due <= end).min(Comparator.comparingLong(Alarm::due));
    now = Math.max(now, next.map(Alarm::due).orElse(end));
    return next;
  }

  /** Waits until a delay has started. */
  public void awaitPause() {
    firstPause.join();
  }

  /** All delays so far. */
  public synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  /** The number of pending timeouts and delays. */
  public synchronized long pending() {
    return alarms.stream().filter(alarm -> !alarm.future.isDone()).count();
  }
}
