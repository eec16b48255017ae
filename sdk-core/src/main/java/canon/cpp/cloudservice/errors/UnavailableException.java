package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service could not be reached, is overloaded or has failed, and retries did not help or were
 * not allowed. The call may succeed later.
 */
public final class UnavailableException extends CloudServiceException {
  private static final long serialVersionUID = 1L;

  /** How long the service asked to wait, or null. */
  private final @Nullable Duration retryAfter;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param message what happened and what to do
   * @param retryAfter how long the service asked to wait; null if it did not say
   * @param cause the cause, or null
   */
  public UnavailableException(
      CallReport report, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(requireNonNull(report, "report"), message, cause);
    this.retryAfter = retryAfter;
  }

  /**
   * Returns how long the service asked to wait, from its response.
   *
   * @return the duration, or empty if it did not say
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
