package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call failed. The subtypes say why; this type says what is known about the effect.
 *
 * <pre>{@code
 * try {
 *   client.users().add(email).execute();
 * } catch (CloudServiceException e) {
 *   boolean added = e.outcome() == Outcome.UNKNOWN && e.settle().execute().applied();
 *   …
 * }
 * }</pre>
 *
 * <p>Messages name the operation, its path template, the attempts and what to do. They never
 * contain a token, an e-mail address or a body.
 */
public abstract class CloudServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient @Nullable CallReport report;

  /** What is known about the effect; kept when the exception is serialized. */
  private final Outcome outcome;

  /** The idempotency key of the call, or null. */
  private final @Nullable String idempotencyKey;

  /** The attempts, kept when the exception is serialized. */
  private final ArrayList<Attempt> attempts;

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
    this.attempts = report == null ? new ArrayList<>() : new ArrayList<>(report.attempts());
  }

  /**
   * Returns what happened, what to do, and the attempts.
   *
   * @return the message, never null
   */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /**
   * Returns what is known about the effect of the call.
   *
   * @return the outcome; {@code NOT_SENT} outside any call
   */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * Returns the idempotency key of the call, to repeat the change with it.
   *
   * @return the key, or empty if the call changes nothing
   */
  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  /**
   * Returns a call that finds out whether a change with outcome {@code UNKNOWN} was applied, by
   * repeating it under its key: if it was applied, the service confirms that; if not, it is applied
   * now, once, or rejected.
   *
   * <pre>{@code
   * if (e.outcome() == Outcome.UNKNOWN) {
   *   Settled settled = e.settle().timeout(Duration.ofMinutes(2)).execute();
   *   log.info(settled.applied() ? "added" : "not added: " + settled.rejection().code());
   *   AddedUser added = settled.result(AddedUser.class).orElse(null);
   * }
   * }</pre>
   *
   * <p>The call has the timeout, the headers and the account of the one that failed. If it fails
   * too, the outcome stays {@code UNKNOWN}, and {@code settle()} of that exception, or of this one,
   * tries again. It works while the client is open, and for 23 hours, because the service keeps
   * results for 24; executing it later throws an {@code IllegalStateException}. A program that may
   * be restarted in between sets its own key and repeats the change under it.
   *
   * <p>A rejection proves that the service has not applied the change so far. A request that was
   * lost can still arrive, and succeed if the cause of the rejection is gone by then.
   *
   * @return a call whose result tells whether the change was applied, and has its result
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
          "This exception has no client, so it cannot settle anything. Repeat the change"
              + " under its key.");
    }
    return settlement;
  }

  /**
   * Returns whether the same call may succeed later although nothing is corrected: the service or
   * the network failed, requests were throttled, or the time did not suffice. A program that works
   * on its own tries such a call again, after {@link #retryAfter()}, and settles a change whose
   * outcome is {@code UNKNOWN} first.
   *
   * @return true for a temporary failure; false if something has to be corrected first
   */
  public boolean isTransient() {
    return false;
  }

  /**
   * Returns how long the service or the identity provider asked to wait before the next request.
   *
   * @return the duration, or empty if it did not ask
   */
  public Optional<Duration> retryAfter() {
    return Optional.empty();
  }

  /**
   * Returns the attempts of the call.
   *
   * @return the attempts in order; empty if nothing was sent
   */
  public List<Attempt> attempts() {
    return Collections.unmodifiableList(attempts);
  }

  /**
   * Returns how far a list was read before this exception.
   *
   * @return the progress, or empty if the call was not part of reading a list
   */
  public Optional<PagingProgress> pagingProgress() {
    return report().map(CallReport::progress);
  }

  /**
   * Returns the facts of the call that failed.
   *
   * @return the report, or empty outside any call
   */
  public Optional<CallReport> report() {
    return Optional.ofNullable(report);
  }
}
