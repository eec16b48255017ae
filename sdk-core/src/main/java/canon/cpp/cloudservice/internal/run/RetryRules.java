package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed attempt is repeated; the one place that does. Each guard that says no
 * gives its reason in words for people.
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

  /** The verdict: a pause after which to try again, or why not. */
  record Verdict(@Nullable Duration pause, String rejection) {
    static Verdict again(Duration pause) {
      return new Verdict(pause, "");
    }

    static Verdict giveUp(String rejection) {
      return new Verdict(null, rejection);
    }
  }

  /**
   * Decides after an attempt that failed in a way that may pass.
   *
   * @param attempts how many there were
   * @param retryAfter what the service asked for, or null
   * @param left the time left for the call
   */
  Verdict afterFailure(int attempts, @Nullable Duration retryAfter, Duration left) {
    if (attempts >= policy.maxAttempts()) {
      return Verdict.giveUp(
          attempts == 1 ? "The retry policy allows one attempt." : "All attempts are used up.");
    }
    if (retryAfter != null && retryAfter.compareTo(policy.maxRetryAfter()) > 0) {
      return Verdict.giveUp(
          "The service asks to wait "
              + retryAfter.getSeconds()
              + " s, which is longer than the retry policy allows; try again then.");
    }
    if (retryAfter != null && retryAfter.compareTo(left) >= 0) {
      return Verdict.giveUp(
          "The service asks to wait "
              + retryAfter.getSeconds()
              + " s, which is longer than the time left; try again then.");
    }
    Duration backoff = backoff(attempts);
    // "0 seconds" must not make all clients come back at once.
    Duration pause = retryAfter != null && retryAfter.compareTo(backoff) > 0 ? retryAfter : backoff;
    if (pause.compareTo(left) >= 0) {
      return Verdict.giveUp("Another attempt would not fit into the time left.");
    }
    if (!budget.takeRetry()) {
      return Verdict.giveUp(
          "Too many calls of this client fail, so its retries are used up for now.");
    }
    return Verdict.again(pause);
  }

  /** Full jitter: evenly between zero and a ceiling that doubles with each attempt. */
  private Duration backoff(int attempts) {
    long ceiling = policy.baseDelay().toNanos();
    long max = policy.maxDelay().toNanos();
    for (int i = 1; i < attempts && ceiling < max; i++) {
      ceiling *= 2;
    }
    return Duration.ofNanos((long) (random.nextDouble() * Math.min(ceiling, max)));
  }
}
