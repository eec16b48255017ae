package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;

/** The end of a call's time. One runs through all its stages; a stage may only shorten it. */
public final class Deadline {
  private final Timer timer;
  private final Duration allowed;
  private final long start;

  public Deadline(Timer timer, Duration allowed) {
    this.timer = timer;
    this.allowed = allowed;
    this.start = timer.nanoTime();
  }

  public Duration allowed() {
    return allowed;
  }

  public Duration elapsed() {
    return Duration.ofNanos(timer.nanoTime() - start);
  }

  /** The time left; zero or negative when it is over. */
  public Duration left() {
    return allowed.minus(elapsed());
  }

  public boolean isOver() {
    return isOver(left());
  }

  public static boolean isOver(Duration left) {
    return left.isZero() || left.isNegative();
  }
}
