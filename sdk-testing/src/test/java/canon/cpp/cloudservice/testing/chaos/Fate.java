package canon.cpp.cloudservice.testing.chaos;

import canon.cpp.cloudservice.errors.CloudServiceException;
import org.jspecify.annotations.Nullable;

/**
 * The library's report about a change.
 *
 * @param change the change
 * @param word its final result
 * @param key the idempotency key, where the test knows it: its own, or that of a failure
 * @param triesToSettle how often {@code settle()} was executed
 * @param unknown the last failure, if the outcome is still unknown; otherwise null
 */
record Fate(
    PlannedChange change,
    Word word,
    String key,
    int triesToSettle,
    @Nullable CloudServiceException unknown) {

  Fate(PlannedChange change, Word word, String key, int triesToSettle) {
    this(change, word, key, triesToSettle, null);
  }

  /** The final result. */
  enum Word {
    DONE,
    NOT_SENT,
    REJECTED,
    SETTLED_LANDED,
    SETTLED_REFUSED,
    NEVER_SETTLED;

    boolean saysLanded() {
      return this == DONE || this == SETTLED_LANDED;
    }
  }
}
