package canon.cpp.cloudservice.bulk.internal.job;

import java.time.Duration;

/**
 * How fast requests are sent. Unlimited until the service asks to slow down. Then as fast as it
 * accepted requests before, and faster again little by little.
 *
 * <p>Without it, a job would send until it is throttled, wait, and so use the limit of the service
 * only in part.
 */
final class Rate {
  /** Stays a little below what the service accepted, so that it does not throttle again at once. */
  private static final double AFTER_THROTTLING = 0.98;

  /** How much faster after each second without throttling. */
  private static final double GROWTH = 1.01;

  private static final double NANOS = 1e9;

  private double perSecond = Double.POSITIVE_INFINITY;
  private long measuredFrom;
  private long accepted;
  private long nextAt;
  private long grownAt;

  Rate(long now) {
    this.measuredFrom = now;
  }

  boolean isLimited() {
    return !Double.isInfinite(perSecond);
  }

  void accepted() {
    accepted++;
  }

  /** Returns how long to wait before the next request; zero if it may be sent now. */
  Duration untilNext(long now) {
    return Double.isInfinite(perSecond) || now >= nextAt
        ? Duration.ZERO
        : Duration.ofNanos(nextAt - now);
  }

  void sent(long now) {
    if (Double.isInfinite(perSecond)) {
      return;
    }
    if (now - grownAt >= NANOS) {
      perSecond *= GROWTH;
      grownAt = now;
    }
    // Time that was not used may be made up for, but not more than a tenth of a second.
    long earliest = now - (long) (NANOS / 10);
    nextAt = Math.max(nextAt, earliest) + (long) (NANOS / perSecond);
  }

  /**
   * Measures what the service has accepted since it last asked to slow down.
   *
   * @param delay how long it asked to wait
   */
  void throttled(long now, Duration delay) {
    double seconds = Math.max((now - measuredFrom) / NANOS, delay.toMillis() / 1000.0);
    if (accepted > 0 && seconds > 0) {
      double measured = accepted / seconds * AFTER_THROTTLING;
      perSecond = Double.isInfinite(perSecond) ? measured : Math.min(perSecond, measured);
      perSecond = Math.max(perSecond, 1);
    }
    measuredFrom = now + delay.toNanos();
    grownAt = measuredFrom;
    nextAt = measuredFrom;
    accepted = 0;
  }
}
