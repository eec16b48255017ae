package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A clock that stands still until a test moves it. The fake dates its records and expires its
 * tokens by it, and clients of its in-process endpoint wait with it.
 *
 * <pre>{@code
 * fake.clock().advance(Duration.ofHours(2));      // every token that was given out has expired
 * }</pre>
 *
 * <p>A backoff or other delay of a client moves the clock by itself and ends at once, so that
 * retries do not slow down a test. A timeout fires only when the clock has been moved that far. All
 * moves add up, in any order of threads.
 *
 * <p>The clock can be moved by 292 years altogether, the range of {@link #nanoTime}.
 */
public final class FakeClock extends Clock implements Timer {
  /** The default start of a fake clock: 2030-01-01T00:00:00Z. */
  public static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

  /** The range of {@link #nanoTime}. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private final TreeMap<Alarm, CompletableFuture<Void>> alarms = new TreeMap<>();
  private final Instant start;
  private long elapsedNanos;
  private long alarmsSet;

  /** Creates a clock that stands at {@link #START}. */
  public FakeClock() {
    this(START);
  }

  /**
   * Creates a clock.
   *
   * @param start the initial time
   */
  public FakeClock(Instant start) {
    this.start = requireNonNull(start, "start");
  }

  /**
   * Moves the clock. Timeouts fire on the way, one after the other, each at its own time.
   *
   * @param duration zero or more
   * @throws IllegalArgumentException if the duration is negative, or leads beyond the range of the
   *     clock
   */
  public void advance(Duration duration) {
    long left = nanos(duration);
    boolean tooLong = duration.compareTo(LONGEST) > 0;
    while (true) {
      CompletableFuture<Void> alarm;
      synchronized (alarms) {
        if (tooLong || left > Long.MAX_VALUE - elapsedNanos) {
          throw new IllegalArgumentException(
              "The clock ends at " + start.plus(LONGEST) + " and cannot be moved by " + duration);
        }
        Map.Entry<Alarm, CompletableFuture<Void>> first = alarms.firstEntry();
        long until =
            first == null ? Long.MAX_VALUE : Math.max(0, first.getKey().due() - elapsedNanos);
        if (first == null || until > left) {
          elapsedNanos += left;
          return;
        }
        elapsedNanos += until;
        left -= until;
        alarms.remove(first.getKey());
        alarm = first.getValue();
      }
      alarm.complete(null);
    }
  }

  @Override
  public Instant instant() {
    return start.plusNanos(nanoTime());
  }

  @Override
  public long nanoTime() {
    synchronized (alarms) {
      return elapsedNanos;
    }
  }

  /**
   * Moves the clock by the duration and completes at once.
   *
   * @throws IllegalArgumentException as {@link #advance} does
   */
  @Override
  public CompletableFuture<Void> pause(Duration duration) {
    advance(duration);
    return CompletableFuture.completedFuture(null);
  }

  /** Returns a future that completes when the clock has been moved by the duration. */
  @Override
  public CompletableFuture<Void> timeout(Duration duration) {
    long wait = nanos(duration);
    if (wait == 0) {
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<Void> future = new CompletableFuture<>();
    Alarm alarm;
    synchronized (alarms) {
      alarm = new Alarm(saturatedSum(elapsedNanos, wait), ++alarmsSet);
      alarms.put(alarm, future);
    }
    var unused = future.whenComplete((done, cancelled) -> remove(alarm));
    return future;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new View(this, requireNonNull(zone, "zone"));
  }

  /** Returns the time. */
  @Override
  public String toString() {
    return "FakeClock[" + instant() + "]";
  }

  private void remove(Alarm alarm) {
    synchronized (alarms) {
      alarms.remove(alarm);
    }
  }

  private static long nanos(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "The clock cannot be moved backwards, but the duration is " + duration);
    }
    return duration.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : duration.toNanos();
  }

  private static long saturatedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  /** Timeouts for the same moment fire in the order in which they were set. */
  private record Alarm(long due, long number) implements Comparable<Alarm> {
    @Override
    public int compareTo(Alarm other) {
      return due == other.due ? Long.compare(number, other.number) : Long.compare(due, other.due);
    }
  }

  /** The same time in another zone. */
  private static final class View extends Clock {
    private final Clock clock;
    private final ZoneId zone;

    View(Clock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new View(clock, other);
    }
  }
}
