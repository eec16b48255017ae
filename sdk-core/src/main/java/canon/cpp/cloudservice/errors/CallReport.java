package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Call;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a call that failed.
 *
 * @param operation the operation's name in the contract, such as {@code addUser}
 * @param target verb and path template, such as {@code GET /v1/users/{userKey}}; no address
 * @param idempotencyKey the key that all attempts shared; null for an operation that changes
 *     nothing
 * @param attempts the attempts in order; empty if nothing was sent
 * @param elapsed the time that the call took, with pauses and waiting for tokens
 * @param timeout the time that the call had
 * @param progress how far the list was read; null if the call was not part of reading a list
 * @param earlier the change that this call was to settle, whose effect is as unknown as before;
 *     null if it was not to settle any
 * @param settlement finds out what became of the change; null if the operation changes nothing
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

  /**
   * Creates the value; lists are copied.
   *
   * @param operation the operation's name in the contract, such as {@code addUser}
   * @param target verb and path template, such as {@code GET /v1/users/{userKey}}
   * @param idempotencyKey the key that all attempts shared
   * @param attempts the attempts in order
   * @param elapsed the time that the call took
   * @param timeout the time that the call had
   * @param progress how far the list was read
   * @param earlier the change that this call was to settle
   * @param settlement finds out what became of the change
   * @throws NullPointerException if something is missing that may not be null
   */
  public CallReport {
    requireNonNull(operation, "operation");
    requireNonNull(target, "target");
    requireNonNull(elapsed, "elapsed");
    requireNonNull(timeout, "timeout");
    attempts = List.copyOf(attempts);
  }

  /**
   * Creates the value for a call that was not to settle another one and cannot be settled.
   *
   * @param operation the operation's name in the contract, such as {@code addUser}
   * @param target verb and path template, such as {@code GET /v1/users/{userKey}}
   * @param idempotencyKey the key that all attempts shared
   * @param attempts the attempts in order
   * @param elapsed the time that the call took
   * @param timeout the time that the call had
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
   * What is known of the call's effect: the least certain of its attempts. One lost attempt makes
   * the whole call {@code UNKNOWN}, even if a later one was rejected, because the lost one may
   * still arrive. A call that was to settle an earlier one has the earlier one's outcome at least.
   *
   * @return the outcome; {@code NOT_SENT} if there was no attempt
   */
  public Outcome outcome() {
    Outcome outcome = earlier == null ? Outcome.NOT_SENT : earlier.outcome();
    for (Attempt attempt : attempts) {
      if (attempt.outcome().compareTo(outcome) > 0) {
        outcome = attempt.outcome();
      }
    }
    return outcome;
  }

  /**
   * Tells the attempts in a line, such as "3 attempts in 4.2 s of 10 s: 503, 503, connection lost".
   *
   * @return a line for people
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
      line.append("; it may have been done, settle() tells");
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
