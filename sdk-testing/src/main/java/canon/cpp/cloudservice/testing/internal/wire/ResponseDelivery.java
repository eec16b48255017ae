package canon.cpp.cloudservice.testing.internal.wire;

import java.time.Duration;

/**
 * How an answer travels to whoever asked.
 *
 * @param begins false if the connection breaks before anything of the answer comes
 * @param whole false if the connection breaks in the middle of the body
 * @param time how long the body takes, by the fake's clock
 */
public record ResponseDelivery(boolean begins, boolean whole, Duration time) {
  /** At once, and all of it. */
  public static final ResponseDelivery NORMAL = new ResponseDelivery(true, true, Duration.ZERO);

  ResponseDelivery lost() {
    return new ResponseDelivery(false, false, time);
  }

  ResponseDelivery cut() {
    return new ResponseDelivery(begins, false, time);
  }

  ResponseDelivery taking(Duration duration) {
    return new ResponseDelivery(begins, whole, duration);
  }

  /** How much arrives of a body. */
  public int arriving(int length) {
    return !begins ? 0 : whole ? length : length / 2;
  }
}
