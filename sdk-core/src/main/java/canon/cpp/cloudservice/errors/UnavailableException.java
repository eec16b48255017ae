package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service could not be reached, is overloaded or has failed, and repeating did not help or was
 * not allowed. Trying again later may.
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
   * @param retryAfter how long the service asked to wait; null if it did not
   * @param cause the cause, or null
   */
  public UnavailableException(
      CallReport report, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
    super(requireNonNull(report, "report"), message, cause);
    this.retryAfter = retryAfter;
  }

  /**
   * How long the service asked to wait, counted from its answer.
   *
   * @return the duration, or empty if it did not ask
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
