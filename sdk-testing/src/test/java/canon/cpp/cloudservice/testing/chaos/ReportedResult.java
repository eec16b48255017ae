package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.errors.CloudServiceException;
import org.jspecify.annotations.Nullable;

/**
 * The library's report about a change.
 *
 * @param change the change
 * @param kind its final result
 * @param key the idempotency key, where the test knows it: its own, or that of a failure
 * @param triesToSettle how often {@code settle()} was executed
 * @param unknown the last failure, if the outcome is still unknown; otherwise null
 */
record ReportedResult(
    PlannedChange change,
    Kind kind,
    String key,
    int triesToSettle,
    @Nullable CloudServiceException unknown) {

  ReportedResult(PlannedChange change, Kind kind, String key, int triesToSettle) {
    this(change, kind, key, triesToSettle, null);
  }

  /** The final result. */
  enum Kind {
    DONE,
    NOT_SENT,
    REJECTED,
    SETTLED_APPLIED,
    SETTLED_REJECTED,
    NEVER_SETTLED;

    boolean isApplied() {
      return this == DONE || this == SETTLED_APPLIED;
    }
  }
}
