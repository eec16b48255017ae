package canon.cpp.cloudservice.bulk.internal.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether requests may be sent at all. When the service asks to come back later, the gate closes
 * for all requests of the job; those that were sent before do not close it again.
 */
final class Gate {
  private static final int MAX_CLOSINGS = 20;
  private static final Duration FIRST_DELAY = Duration.ofMillis(500);
  private static final int MAX_DOUBLINGS = 6;

  private int epoch;
  private int closings;
  private boolean closed;

  /** Identifies the time between two closings. */
  int epoch() {
    return epoch;
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Closes the gate, unless a request of the same time has closed it already.
   *
   * @param sentIn the epoch in which the request was sent
   * @param retryAfter how long the service asked to wait; null if it did not say
   * @return the delay; null if the gate was closed already
   */
  @Nullable Duration close(int sentIn, @Nullable Duration retryAfter) {
    if (sentIn != epoch) {
      return null;
    }
    Duration delay = retryAfter == null ? backoff() : retryAfter;
    epoch++;
    closings++;
    closed = true;
    return delay;
  }

  private Duration backoff() {
    return FIRST_DELAY.multipliedBy(1L << Math.min(closings, MAX_DOUBLINGS));
  }

  void open() {
    closed = false;
  }

  void succeeded() {
    closings = 0;
  }

  /** Whether the service has asked to come back later 20 times without a success between them. */
  boolean isExhausted() {
    return closings >= MAX_CLOSINGS;
  }
}
