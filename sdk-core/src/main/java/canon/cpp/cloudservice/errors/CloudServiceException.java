package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that gave no answer. Its subtypes say why; this type says what is known of the effect.
 *
 * <pre>{@code
 * try {
 *   client.users().add(address).idempotencyKey(key).execute();
 * } catch (CloudServiceException e) {
 *   if (e.outcome() == Outcome.UNKNOWN) {
 *     repeatLater(address, e.idempotencyKey().orElseThrow());   // lands at most once
 *   }
 * }
 * }</pre>
 *
 * <p>Messages name the operation, its path template, the attempts and what to do. They never hold a
 * token, a person's address or a body.
 */
public abstract class CloudServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient @Nullable CallReport report;

  /**
   * Creates the exception.
   *
   * @param report the call; null if it failed outside any call
   * @param message what happened and what to do
   * @param cause the cause, or null
   */
  protected CloudServiceException(
      @Nullable CallReport report, String message, @Nullable Throwable cause) {
    super(
        requireNonNull(message, "message") + (report == null ? "" : " [" + report.summary() + "]"),
        cause);
    this.report = report;
  }

  /**
   * What happened, what to do, and the attempts.
   *
   * @return the message, never null
   */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /**
   * What is known of the call's effect.
   *
   * @return the outcome; {@code NOT_SENT} outside any call
   */
  public Outcome outcome() {
    return report == null ? Outcome.NOT_SENT : report.outcome();
  }

  /**
   * The idempotency key of the call; to repeat it with.
   *
   * @return the key, or empty if the call changes nothing
   */
  public Optional<String> idempotencyKey() {
    return report().map(CallReport::idempotencyKey);
  }

  /**
   * The attempts of the call.
   *
   * @return the attempts in order; empty if nothing was sent
   */
  public List<Attempt> attempts() {
    return report == null ? Collections.emptyList() : report.attempts();
  }

  /**
   * How far a list was read before this exception.
   *
   * @return the progress, or empty if the call was not part of reading a list
   */
  public Optional<PagingProgress> pagingProgress() {
    return report().map(CallReport::progress);
  }

  /**
   * The call that failed.
   *
   * @return what is known of it, or empty outside any call
   */
  public Optional<CallReport> report() {
    return Optional.ofNullable(report);
  }
}
