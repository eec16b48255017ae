package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;

/** The deadline of a call. It applies to all stages of the call; none can extend it. */
public final class Deadline {
  private final Timer timer;
  private final Duration timeout;
  private final long start;

  public Deadline(Timer timer, Duration timeout) {
    this.timer = timer;
    this.timeout = timeout;
    this.start = timer.nanoTime();
  }

  /** Returns the timeout of the whole call. */
  public Duration timeout() {
    return timeout;
  }

  public Duration elapsed() {
    return Duration.ofNanos(elapsedNanos());
  }

  long elapsedNanos() {
    return timer.nanoTime() - start;
  }

  /** Returns the remaining time; zero or negative after the deadline. */
  public Duration remaining() {
    return Duration.ofNanos(timeout.toNanos() - elapsedNanos());
  }

  public boolean isExceeded() {
    return isExceeded(remaining());
  }

  public static boolean isExceeded(Duration remaining) {
    return remaining.isZero() || remaining.isNegative();
  }
}
