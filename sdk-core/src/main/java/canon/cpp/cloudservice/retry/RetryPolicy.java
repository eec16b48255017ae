package canon.cpp.cloudservice.retry;

import static canon.cpp.cloudservice.internal.values.Checks.inRange;
import static canon.cpp.cloudservice.internal.values.Checks.positive;

import java.time.Duration;

/**
 * When and how often a failed attempt is retried. Immutable.
 *
 * <p>An attempt is retried only if that is safe: reads, and changes under their idempotency key. A
 * rejected request is never retried. Backoff never extends the deadline of the call.
 *
 * <pre>{@code
 * RetryPolicy patient = RetryPolicy.standard().toBuilder().maxAttempts(6).build();
 * }</pre>
 */
public final class RetryPolicy {
  private static final RetryPolicy STANDARD = new Builder().build();
  private static final RetryPolicy NONE = new Builder().maxAttempts(1).build();

  private final int maxAttempts;
  private final Duration baseDelay;
  private final Duration maxDelay;
  private final Duration maxRetryAfter;

  private RetryPolicy(Builder builder) {
    this.maxAttempts = builder.maxAttempts;
    this.baseDelay = builder.baseDelay;
    this.maxDelay = builder.maxDelay;
    this.maxRetryAfter = builder.maxRetryAfter;
  }

  /**
   * Returns the default policy: 3 attempts, a backoff of up to 200 ms that doubles up to 5 s, and a
   * {@code Retry-After} of up to 1 minute is obeyed.
   *
   * @return the standard policy
   */
  public static RetryPolicy standard() {
    return STANDARD;
  }

  /**
   * Returns a policy of one attempt, without retries.
   *
   * @return a policy without retries
   */
  public static RetryPolicy none() {
    return NONE;
  }

  /**
   * Returns a builder with the values of the standard policy.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a builder with the values of this policy.
   *
   * @return a builder with this policy's values
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.maxAttempts = maxAttempts;
    builder.baseDelay = baseDelay;
    builder.maxDelay = maxDelay;
    builder.maxRetryAfter = maxRetryAfter;
    return builder;
  }

  /**
   * Returns the maximum number of attempts of a call.
   *
   * @return the number of attempts, the first included
   */
  public int maxAttempts() {
    return maxAttempts;
  }

  /**
   * Returns the longest backoff before the second attempt. The actual backoff is random between
   * zero and this value (full jitter), so that many clients do not return at the same moment.
   *
   * @return a positive duration
   */
  public Duration baseDelay() {
    return baseDelay;
  }

  /**
   * Returns the longest backoff before any attempt.
   *
   * @return a positive duration
   */
  public Duration maxDelay() {
    return maxDelay;
  }

  /**
   * Returns the longest {@code Retry-After} that is obeyed. If the service asks for more, the call
   * fails at once, and the exception says when to try again.
   *
   * @return a positive duration
   */
  public Duration maxRetryAfter() {
    return maxRetryAfter;
  }

  @Override
  public String toString() {
    return "RetryPolicy[maxAttempts="
        + maxAttempts
        + ", baseDelay="
        + baseDelay
        + ", maxDelay="
        + maxDelay
        + ", maxRetryAfter="
        + maxRetryAfter
        + "]";
  }

  /** Builds a {@link RetryPolicy}. */
  public static final class Builder {
    private int maxAttempts = 3;
    private Duration baseDelay = Duration.ofMillis(200);
    private Duration maxDelay = Duration.ofSeconds(5);
    private Duration maxRetryAfter = Duration.ofMinutes(1);

    private Builder() {}

    /**
     * Sets the maximum number of attempts of a call.
     *
     * @param attempts 1 to 20, the first included
     * @return this builder
     * @throws IllegalArgumentException if the number is out of range
     */
    public Builder maxAttempts(int attempts) {
      this.maxAttempts = inRange("maxAttempts", attempts, 1, 20);
      return this;
    }

    /**
     * Sets the longest backoff before the second attempt.
     *
     * @param delay a positive duration
     * @return this builder
     * @throws IllegalArgumentException if the duration is zero or negative
     */
    public Builder baseDelay(Duration delay) {
      this.baseDelay = positive("baseDelay", delay);
      return this;
    }

    /**
     * Sets the longest backoff before any attempt.
     *
     * @param delay a positive duration
     * @return this builder
     * @throws IllegalArgumentException if the duration is zero or negative
     */
    public Builder maxDelay(Duration delay) {
      this.maxDelay = positive("maxDelay", delay);
      return this;
    }

    /**
     * Sets the longest {@code Retry-After} that is obeyed.
     *
     * @param delay a positive duration
     * @return this builder
     * @throws IllegalArgumentException if the duration is zero or negative
     */
    public Builder maxRetryAfter(Duration delay) {
      this.maxRetryAfter = positive("maxRetryAfter", delay);
      return this;
    }

    /**
     * Builds the policy.
     *
     * @return the policy
     * @throws IllegalArgumentException if the base delay is longer than the longest delay
     */
    public RetryPolicy build() {
      if (baseDelay.compareTo(maxDelay) > 0) {
        throw new IllegalArgumentException(
            "baseDelay (" + baseDelay + ") must not be longer than maxDelay (" + maxDelay + ")");
      }
      return new RetryPolicy(this);
    }
  }
}
