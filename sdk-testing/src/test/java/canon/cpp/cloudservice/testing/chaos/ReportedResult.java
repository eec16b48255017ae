package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CloudServiceException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The library's report about a change.
 *
 * @param change the change
 * @param kind its final result
 * @param key the idempotency key, where the test knows it: its own, or that of a failure
 * @param triesToSettle how often {@code settle()} was executed
 * @param attempts the attempts of a failed call, for the report of a wrong result
 * @param unknown the last failure, if the outcome is still unknown; otherwise null
 */
record ReportedResult(
    PlannedChange change,
    Kind kind,
    String key,
    int triesToSettle,
    List<Attempt> attempts,
    @Nullable CloudServiceException unknown) {

  ReportedResult(PlannedChange change, Kind kind, String key, int tries, List<Attempt> attempts) {
    this(change, kind, key, tries, attempts, null);
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
