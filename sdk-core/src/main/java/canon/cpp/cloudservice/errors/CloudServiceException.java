package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that gave no answer. Its subtypes say why; this type says what is known of the effect.
 *
 * <pre>{@code
 * try {
 *   client.users().add(address).execute();
 * } catch (CloudServiceException e) {
 *   boolean added = e.outcome() == Outcome.UNKNOWN && e.settle().execute().applied();
 *   …
 * }
 * }</pre>
 *
 * <p>Messages name the operation, its path template, the attempts and what to do. They never hold a
 * token, a person's address or a body.
 */
public abstract class CloudServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient @Nullable CallReport report;

  /** What is known of the effect; said even where the exception was carried to another process. */
  private final Outcome outcome;

  /** The key of the call, or null. */
  private final @Nullable String idempotencyKey;

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
    this.outcome = report == null ? Outcome.NOT_SENT : report.outcome();
    this.idempotencyKey = report == null ? null : report.idempotencyKey();
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
    return outcome;
  }

  /**
   * The idempotency key of the call; to repeat it with.
   *
   * @return the key, or empty if the call changes nothing
   */
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  /**
   * Finds out what became of a change whose outcome is {@code UNKNOWN}, by repeating it under its
   * key: if it was done, the service says so; if not, it is done now, once, or rejected.
   *
   * <pre>{@code
   * if (e.outcome() == Outcome.UNKNOWN) {
   *   Settled settled = e.settle().timeout(Duration.ofMinutes(2)).execute();
   *   log.info(settled.applied() ? "added" : "not added: " + settled.rejection().code());
   * }
   * }</pre>
   *
   * <p>The call has the timeout, the headers and the account of the one that failed. If it fails
   * too, the outcome stays {@code UNKNOWN}, and {@code settle()} of that exception, or of this one,
   * tries again. It works for as long as the client is open, and for 23 hours, because the service
   * remembers a key for 24; executing it later is an {@code IllegalStateException}. A program that
   * may be restarted in between brings a key of its own and repeats the change under it; so does
   * one that wants the change's own answer.
   *
   * <p>A rejection tells that the service had not done it by then. A request that was lost on the
   * way can still arrive, and succeed if the cause of the rejection is gone by that time.
   *
   * @return a call that answers what became of the change
   * @throws IllegalStateException if there is nothing to settle: the outcome is not {@code
   *     UNKNOWN}, or the call changes nothing
   */
  @CheckReturnValue
  public Call<Settled> settle() {
    if (outcome != Outcome.UNKNOWN) {
      throw new IllegalStateException(
          "There is nothing to settle: the outcome is " + outcome + ", so nothing was changed.");
    }
    if (idempotencyKey == null) {
      throw new IllegalStateException(
          "A read changes nothing, so there is nothing to settle. Call again.");
    }
    Call<Settled> settlement = report == null ? null : report.settlement();
    if (settlement == null) {
      throw new IllegalStateException(
          "No client stands behind this exception, so it cannot settle anything. Repeat the change"
              + " under its key.");
    }
    return settlement;
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
