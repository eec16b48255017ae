package canon.cpp.cloudservice.internal.run;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the retries of one client, so that a service in trouble is not buried under them. Every
 * call pays a tenth of a retry in, every retry takes a whole one out; a full budget holds 100. Once
 * it is dry, ten calls make eleven requests.
 */
public final class RetryBudget {
  private static final int RETRY_COST = 10;
  private static final int CAPACITY = 100 * RETRY_COST;

  private final AtomicInteger level = new AtomicInteger(CAPACITY);

  void payIn() {
    level.getAndUpdate(now -> Math.min(CAPACITY, now + 1));
  }

  boolean takeRetry() {
    return level.getAndUpdate(now -> now >= RETRY_COST ? now - RETRY_COST : now) >= RETRY_COST;
  }
}
