package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The service could not be reached, is overloaded or has failed, and retries did not help or were
 * not allowed. {@link #isTransient()} says whether the call may succeed later: not if the
 * certificate is not trusted, or the client was closed.
 */
public final class UnavailableException extends CloudServiceException {
  private static final long serialVersionUID = 1L;

  /** How long the service asked to wait, or null. */
  private final @Nullable Duration retryAfter;

  /** Whether the call may succeed later. */
  private final boolean temporary;

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
    this(report, message, retryAfter, cause, true);
  }

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param message what happened and what to do
   * @param retryAfter how long the service asked to wait; null if it did not say
   * @param cause the cause, or null
   * @param isTransient whether the call may succeed later although nothing is corrected
   */
  public UnavailableException(
      CallReport report,
      String message,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause,
      boolean isTransient) {
    super(requireNonNull(report, "report"), message, cause);
    this.retryAfter = retryAfter;
    this.temporary = isTransient;
  }

  /**
   * Returns how long the service asked to wait, from its response.
   *
   * @return the duration, or empty if it did not say
   */
  @Override
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  @Override
  public boolean isTransient() {
    return temporary;
  }
}
