package canon.cpp.cloudservice.internal.run;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the retries that a client decides on itself, so that a struggling service is not
 * overloaded. Each call adds a tenth of a retry, each retry takes one; a full budget holds 100.
 * When it is exhausted, ten calls cause at most eleven requests.
 */
public final class RetryBudget {
  private static final int RETRY_COST = 10;
  private static final int CAPACITY = 100 * RETRY_COST;

  private final AtomicInteger level = new AtomicInteger(CAPACITY);

  /** Adds the share of one call. */
  void deposit() {
    int now = level.get();
    while (now < CAPACITY && !level.compareAndSet(now, now + 1)) {
      now = level.get();
    }
  }

  /** Returns whether a retry is available now. */
  boolean isAvailable() {
    return level.get() >= RETRY_COST;
  }

  /** Takes a retry. Returns false if the budget is exhausted. */
  boolean tryWithdraw() {
    return level.getAndUpdate(now -> now >= RETRY_COST ? now - RETRY_COST : now) >= RETRY_COST;
  }
}
