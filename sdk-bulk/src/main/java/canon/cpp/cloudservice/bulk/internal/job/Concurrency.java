package canon.cpp.cloudservice.bulk.internal.job;

/**
 * How many requests may be in flight: 8 at first, one more for each window of successes, half after
 * the service has asked to slow down.
 */
final class Concurrency {
  private static final int INITIAL = 8;

  private final int max;
  private int limit;
  private int successes;

  Concurrency(int max) {
    this.max = max;
    this.limit = Math.min(INITIAL, max);
  }

  int limit() {
    return limit;
  }

  void succeeded() {
    successes++;
    if (successes >= limit) {
      successes = 0;
      limit = Math.min(max, limit + 1);
    }
  }

  void throttled() {
    successes = 0;
    limit = Math.max(1, limit / 2);
  }
}
