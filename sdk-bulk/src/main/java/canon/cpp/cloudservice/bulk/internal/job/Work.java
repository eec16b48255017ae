package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row that the job works on. Used by the thread of the job only. */
final class Work {
  /** The service keeps keys for 24 hours; the margin covers the request and clock differences. */
  private static final Duration KEY_IS_SAFE = Duration.ofHours(23);

  private static final Duration KEY_LIFETIME = Duration.ofHours(24);

  private JobRow row;
  private boolean mayBeApplied;
  private @Nullable NextStep next;
  private int failures;
  private @Nullable String message;
  private @Nullable String requestId;

  Work(JobRow row) {
    this.row = row;
    this.mayBeApplied = row.prepared() != null;
  }

  JobRow row() {
    return row;
  }

  boolean isPrepared() {
    return row.prepared() != null;
  }

  String key() {
    JobRow.Prepared prepared = row.prepared();
    if (prepared == null) {
      throw new IllegalStateException("Row " + row.number() + " was not prepared");
    }
    return prepared.key();
  }

  /** Notes that the first change was applied, and another one follows. */
  void applied(NextStep step) {
    next = step;
    mayBeApplied = false;
    failures = 0;
  }

  /** Returns the second change; null until the first one was applied. */
  @Nullable NextStep next() {
    return next;
  }

  /** Gives the row a change that was never sent. */
  void prepare(String key, String account, Instant now) {
    row = row.with(new JobRow.Prepared(key, account, now));
    mayBeApplied = false;
    next = null;
  }

  /**
   * Tells whether repeating the change could apply it twice: its key belongs to another account, or
   * the service may have forgotten it.
   */
  boolean isKeyUseless(String account, Instant now) {
    JobRow.Prepared prepared = row.prepared();
    return prepared != null
        && (!prepared.account().equals(account) || isOlder(prepared, KEY_IS_SAFE, now));
  }

  /** Tells whether a request of another account may still be applied. */
  boolean mayStillBeApplied(String account, Instant now) {
    JobRow.Prepared prepared = row.prepared();
    return prepared != null
        && !prepared.account().equals(account)
        && !isOlder(prepared, KEY_LIFETIME, now);
  }

  private static boolean isOlder(JobRow.Prepared prepared, Duration age, Instant now) {
    return Duration.between(prepared.at(), now).compareTo(age) > 0;
  }

  /** Notes a failure and counts it against the row. */
  void failed(Failure failure) {
    failures++;
    note(failure);
  }

  /** Notes a failure that has nothing to do with the row. */
  void note(Failure failure) {
    mayBeApplied |= isPrepared() && failure.isUnknown();
    message = failure.message();
    requestId = failure.requestId();
  }

  int failures() {
    return failures;
  }

  boolean mayBeApplied() {
    return mayBeApplied;
  }

  /** Gives the row up for now, which leaves no change prepared if none was applied. */
  BulkItem giveUp() {
    ItemResult result = ItemResult.NOT_TRIED;
    if (mayBeApplied) {
      result = ItemResult.UNKNOWN;
    } else if (next != null) {
      result = ItemResult.PARTLY;
    } else {
      row = row.with((JobRow.Prepared) null);
    }
    return item(result, null, message, requestId);
  }

  BulkItem item(
      ItemResult result,
      @Nullable ProblemCode code,
      @Nullable String why,
      @Nullable String request) {
    JobRow.Prepared prepared = row.prepared();
    String key = prepared == null ? null : prepared.key();
    return new BulkItem(row.number(), row.input(), result, code, why, request, key);
  }
}
