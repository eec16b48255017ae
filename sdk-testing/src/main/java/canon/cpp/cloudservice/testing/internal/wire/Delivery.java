package canon.cpp.cloudservice.testing.internal.wire;

import java.time.Duration;

/**
 * How an answer travels to whoever asked.
 *
 * @param begins false if the connection breaks before anything of the answer comes
 * @param whole false if the connection breaks in the middle of the body
 * @param time how long the body takes, by the fake's clock
 */
public record Delivery(boolean begins, boolean whole, Duration time) {
  /** At once, and all of it. */
  public static final Delivery NORMAL = new Delivery(true, true, Duration.ZERO);

  Delivery lost() {
    return new Delivery(false, false, time);
  }

  Delivery cut() {
    return new Delivery(begins, false, time);
  }

  Delivery taking(Duration duration) {
    return new Delivery(begins, whole, duration);
  }

  /** How much arrives of a body. */
  public int arriving(int length) {
    return !begins ? 0 : whole ? length : length / 2;
  }
}
