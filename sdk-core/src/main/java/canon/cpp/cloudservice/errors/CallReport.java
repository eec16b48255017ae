package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Call;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a call that failed.
 *
 * @param operation the operation's name in the contract, such as {@code addUser}
 * @param target method and path template, such as {@code GET /v1/users/{userKey}}; contains no
 *     e-mail address
 * @param idempotencyKey the key of all attempts; null for an operation that changes nothing
 * @param attempts the attempts in order; empty if nothing was sent
 * @param elapsed the duration of the call, including backoff and waiting for tokens
 * @param timeout the timeout of the call
 * @param progress how far the list was read; null if the call was not part of reading a list
 * @param earlier the change that this call was to settle and whose outcome is still unknown; null
 *     if this call does not settle a change
 * @param settlement the call that settles the change; null if the operation changes nothing
 */
public record CallReport(
    String operation,
    String target,
    @Nullable String idempotencyKey,
    List<Attempt> attempts,
    Duration elapsed,
    Duration timeout,
    @Nullable PagingProgress progress,
    @Nullable CallReport earlier,
    @Nullable Call<Settled> settlement) {

  public CallReport {
    requireNonNull(operation, "operation");
    requireNonNull(target, "target");
    requireNonNull(elapsed, "elapsed");
    requireNonNull(timeout, "timeout");
    attempts = List.copyOf(attempts);
  }

  /**
   * Creates the report of a call that does not settle a change and cannot be settled.
   *
   * @param operation the operation's name in the contract, such as {@code addUser}
   * @param target verb and path template, such as {@code GET /v1/users/{userKey}}
   * @param idempotencyKey the key of all attempts
   * @param attempts the attempts in order
   * @param elapsed the duration of the call
   * @param timeout the timeout of the call
   * @param progress how far the list was read
   * @throws NullPointerException if something is missing that may not be null
   */
  public CallReport(
      String operation,
      String target,
      @Nullable String idempotencyKey,
      List<Attempt> attempts,
      Duration elapsed,
      Duration timeout,
      @Nullable PagingProgress progress) {
    this(operation, target, idempotencyKey, attempts, elapsed, timeout, progress, null, null);
  }

  /**
   * Returns what is known about the effect of the call: the least certain outcome of its attempts.
   * One lost attempt makes the outcome {@code UNKNOWN}, even if a later one was rejected, because
   * the lost request may still arrive. A call that settles an earlier one is at least as uncertain
   * as that one. If the call failed although an attempt was completed, its outcome is {@code
   * UNKNOWN}.
   *
   * @return the outcome; {@code NOT_SENT} if there was no attempt
   */
  public Outcome outcome() {
    Outcome outcome = earlier == null ? Outcome.NOT_SENT : earlier.outcome();
    for (Attempt attempt : attempts) {
      Outcome known = attempt.outcome();
      Outcome effect = known == Outcome.COMPLETED ? Outcome.UNKNOWN : known;
      if (effect.compareTo(outcome) > 0) {
        outcome = effect;
      }
    }
    return outcome;
  }

  /**
   * Describes the attempts in one line, such as "3 attempts in 4.2 s of 10 s: 503, 503, connection
   * lost".
   *
   * @return a line for the log
   */
  public String summary() {
    StringBuilder line = new StringBuilder(earlier == null ? "" : "settling ");
    line.append(operation).append(" (").append(target).append("), ");
    if (attempts.isEmpty()) {
      line.append("not sent");
    } else {
      line.append(attempts.size()).append(attempts.size() == 1 ? " attempt in " : " attempts in ");
      line.append(shown(elapsed)).append(" of ").append(shown(timeout)).append(": ");
      for (int i = 0; i < attempts.size(); i++) {
        line.append(i == 0 ? "" : ", ").append(attempts.get(i).result());
      }
    }
    if (progress != null) {
      line.append("; after ").append(progress.itemsRead()).append(" items of the list");
    }
    if (settlement != null && outcome() == Outcome.UNKNOWN) {
      line.append("; the change may have been applied, settle() finds out");
    }
    return line.toString();
  }

  private static String shown(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      return duration.toMillis() + " ms";
    }
    long tenths = Math.round(duration.toMillis() / 100.0);
    return tenths % 10 == 0 ? tenths / 10 + " s" : tenths / 10 + "." + tenths % 10 + " s";
  }
}
