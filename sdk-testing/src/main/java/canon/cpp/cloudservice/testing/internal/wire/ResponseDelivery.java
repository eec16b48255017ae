package canon.cpp.cloudservice.testing.internal.wire;

import java.time.Duration;

/**
 * How a response is delivered.
 *
 * @param begins false if the connection closes before the response starts
 * @param whole false if the connection closes in the middle of the body
 * @param time how long the body takes, by the clock of the fake
 */
public record ResponseDelivery(boolean begins, boolean whole, Duration time) {
  /** Immediately and complete. */
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

  /** Returns how many bytes of a body are delivered. */
  public int arriving(int length) {
    return !begins ? 0 : whole ? length : length / 2;
  }
}
