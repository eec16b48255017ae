package canon.cpp.cloudservice.bulk.internal.job;

import java.time.Duration;

/**
 * How fast requests are sent. Unlimited until the service first asks to slow down. From then on the
 * rate doubles each second until the service asks again, and after that it stays close to what the
 * service has accepted, and grows little by little.
 *
 * <p>Without it, a job would send until it is throttled, wait, and so use only a part of the limit
 * of the service.
 */
final class Rate {
  private static final double NANOS = 1e9;
  private static final double FIRST_GROWTH = 1.0;
  private static final double AFTER_FIRST_GROWTH = 0.6;
  private static final double SLOWEST_GROWTH = 0.01;
  private static final double FASTEST_GROWTH = 0.1;
  private static final long GROWTH_DOUBLES_AFTER = 4_000_000_000L;

  /** Stays a little below what the service accepts, so that it does not throttle again at once. */
  private static final double MARGIN = 0.98;

  private double perSecond = Double.POSITIVE_INFINITY;
  private boolean isFirstGrowth;
  private double growth = SLOWEST_GROWTH;
  private long accepted;
  private long throttledAt;
  private long openedAt;
  private long grownAt;
  private long growthChangedAt;
  private long nextAt;

  Rate(long now) {
    throttledAt = now;
    openedAt = now;
  }

  private boolean isUnlimited() {
    return Double.isInfinite(perSecond);
  }

  void accepted() {
    accepted++;
  }

  /** Returns how long to wait before the next request; zero if it may be sent now. */
  Duration untilNext(long now) {
    return isUnlimited() || now >= nextAt ? Duration.ZERO : Duration.ofNanos(nextAt - now);
  }

  void sent(long now) {
    if (isUnlimited()) {
      return;
    }
    grow(now);
    // Time that was not used may be made up for, but not more than a tenth of a second.
    long earliest = now - (long) (NANOS / 10);
    nextAt = Math.max(nextAt, earliest) + (long) (NANOS / perSecond);
  }

  private void grow(long now) {
    if (now - grownAt >= NANOS) {
      perSecond *= 1 + (isFirstGrowth ? FIRST_GROWTH : growth);
      grownAt = now;
    }
    if (now - growthChangedAt >= GROWTH_DOUBLES_AFTER) {
      growth = Math.min(FASTEST_GROWTH, 2 * growth);
      growthChangedAt = now;
    }
  }

  /**
   * Adapts to what the service has accepted since it last asked to slow down.
   *
   * @param delay how long nothing is sent now
   */
  void throttled(long now, Duration delay) {
    perSecond = Math.max(1, newRate(now, delay));
    accepted = 0;
    throttledAt = now;
    openedAt = now + delay.toNanos();
    nextAt = openedAt;
    grownAt = openedAt;
    growthChangedAt = openedAt;
    growth = SLOWEST_GROWTH;
  }

  private double newRate(long now, Duration delay) {
    if (isUnlimited()) {
      isFirstGrowth = true;
      return accepted * NANOS / Math.max(now - throttledAt, delay.toNanos());
    }
    if (isFirstGrowth) {
      isFirstGrowth = false;
      return perSecond * AFTER_FIRST_GROWTH;
    }
    if (accepted == 0 || now <= openedAt) {
      return perSecond / 2;
    }
    // While nothing is sent, most services save up some requests. How many is not known, so the
    // truth lies between counting that time and not counting it.
    double counted = accepted * NANOS / (now - throttledAt);
    double notCounted = accepted * NANOS / (now - openedAt);
    return Math.min(perSecond, (counted + notCounted) / 2) * MARGIN;
  }
}
