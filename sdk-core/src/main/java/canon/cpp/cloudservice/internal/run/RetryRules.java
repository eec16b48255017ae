package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed attempt is retried; the only place that does. A decision against a retry
 * has a reason, for the message of the exception.
 */
final class RetryRules {
  private final RetryPolicy policy;
  private final RetryBudget budget;
  private final Random random;

  RetryRules(RetryPolicy policy, RetryBudget budget, Random random) {
    this.policy = policy;
    this.budget = budget;
    this.random = random;
  }

  /**
   * The decision.
   *
   * @param delay the delay before the next attempt; null if there is none
   * @param reason why there is no other attempt; empty if there is one
   */
  record Decision(@Nullable Duration delay, String reason) {
    static Decision retryAfter(Duration delay) {
      return new Decision(delay, "");
    }

    static Decision giveUp(String reason) {
      return new Decision(null, reason);
    }
  }

  /**
   * Decides after an attempt whose failure may be temporary.
   *
   * @param attempts the number of attempts so far
   * @param retryAfter the delay that the service asks for, or null
   * @param remaining the time before the deadline of the call
   */
  Decision afterFailure(int attempts, @Nullable Duration retryAfter, Duration remaining) {
    if (attempts >= policy.maxAttempts()) {
      return Decision.giveUp(
          attempts == 1 ? "The retry policy allows one attempt." : "All attempts have failed.");
    }
    if (retryAfter != null && retryAfter.compareTo(policy.maxRetryAfter()) > 0) {
      return Decision.giveUp(
          "The service asks for a delay of "
              + retryAfter.getSeconds()
              + " s, which is longer than the retry policy allows; try again then.");
    }
    if (retryAfter != null && retryAfter.compareTo(remaining) >= 0) {
      return Decision.giveUp(
          "The service asks for a delay of "
              + retryAfter.getSeconds()
              + " s, which is longer than the time before the deadline; try again then.");
    }
    Duration backoff = backoff(attempts);
    // "Retry-After: 0" must not make all clients return at the same moment.
    Duration delay = retryAfter != null && retryAfter.compareTo(backoff) > 0 ? retryAfter : backoff;
    if (delay.compareTo(remaining) >= 0) {
      return Decision.giveUp("There is no time for another attempt before the deadline.");
    }
    // A client that returns when the service asks it to does not overload the service.
    boolean obeys = !delay.equals(backoff);
    if (!obeys && !budget.tryWithdraw()) {
      return Decision.giveUp(
          "Many calls of this client fail, so its retry budget is exhausted for now.");
    }
    return Decision.retryAfter(delay);
  }

  /**
   * Returns the time for the response to the next attempt: half of the call's timeout, so that a
   * connection that no longer responds leaves time for another attempt; all of the time if there is
   * no other attempt.
   *
   * @param attempts the number of attempts so far
   * @param timeout the timeout of the call
   * @param remaining the time before the deadline of the call
   */
  Duration responseTimeout(int attempts, Duration timeout, Duration remaining) {
    boolean mayRetry = attempts + 1 < policy.maxAttempts() && budget.isAvailable();
    return mayRetry ? Duration.ofNanos(timeout.toNanos() / 2) : remaining;
  }

  /** Full jitter: evenly distributed between zero and a limit that doubles with each attempt. */
  private Duration backoff(int attempts) {
    long limit = policy.baseDelay().toNanos();
    long max = policy.maxDelay().toNanos();
    for (int i = 1; i < attempts && limit < max; i++) {
      limit *= 2;
    }
    return Duration.ofNanos((long) (random.nextDouble() * Math.min(limit, max)));
  }
}
