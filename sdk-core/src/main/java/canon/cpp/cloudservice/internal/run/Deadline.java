package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;

/** The end of a call's time. One runs through all its stages; a stage may only shorten it. */
final class Deadline {
  private final Timer timer;
  private final Duration allowed;
  private final long start;

  Deadline(Timer timer, Duration allowed) {
    this.timer = timer;
    this.allowed = allowed;
    this.start = timer.nanoTime();
  }

  Duration allowed() {
    return allowed;
  }

  Duration elapsed() {
    return Duration.ofNanos(timer.nanoTime() - start);
  }

  /** The time left; zero or negative when it is over. */
  Duration left() {
    return allowed.minus(elapsed());
  }

  boolean isOver() {
    return isOver(left());
  }

  static boolean isOver(Duration left) {
    return left.isZero() || left.isNegative();
  }
}
