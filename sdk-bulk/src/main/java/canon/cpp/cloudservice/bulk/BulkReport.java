package canon.cpp.cloudservice.bulk;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a bulk job did. The counts are in memory. The items are read from the journal, so that a
 * report of any size fits; close the streams. This library implements the interface and may add
 * methods to it.
 */
public interface BulkReport {

  /**
   * Returns the id of the job, the same each time it is continued.
   *
   * @return the id
   */
  String jobId();

  /**
   * Returns how many rows have a result, those of earlier runs with the same journal included.
   *
   * @param result the result
   * @return the number
   */
  long count(ItemResult result);

  /**
   * Returns how many rows of the earlier journal the new input no longer has; see {@link
   * BulkJob#continuing}.
   *
   * @return the number; zero if the job continues no earlier journal, or has not read its input to
   *     the end
   */
  long gone();

  /**
   * Returns why the job stopped before its end.
   *
   * @return the reason, or empty if every row was tried
   */
  Optional<StopReason> stopReason();

  /**
   * Tells whether the site is as every row wants it.
   *
   * @return true if the job did not stop and all rows are {@code DONE} or {@code ALREADY_SO}
   */
  default boolean isComplete() {
    boolean complete = !stopReason().isPresent();
    for (ItemResult result : ItemResult.values()) {
      complete &= result.isAsWanted() || count(result) == 0;
    }
    return complete;
  }

  /**
   * Streams the items in the order of the input. After {@link StopReason#CANCELLED}, rows that were
   * not read are missing; after any other stop they are {@code NOT_TRIED}.
   *
   * @return the items; close the stream
   * @throws JournalException if the journal cannot be read
   */
  Stream<BulkItem> items();

  /**
   * Streams the rejected items.
   *
   * @return the items; close the stream
   */
  default Stream<BulkItem> rejected() {
    return items().filter(item -> item.result() == ItemResult.REJECTED);
  }

  /**
   * Streams the items whose outcome is unknown.
   *
   * @return the items; close the stream
   */
  default Stream<BulkItem> unknown() {
    return items().filter(item -> item.result() == ItemResult.UNKNOWN);
  }

  /**
   * Streams the items that another run can still bring to their end. Run the job again with its
   * journal rather than a new one with these items, which would have other idempotency keys.
   *
   * @return the items; close the stream
   */
  default Stream<BulkItem> retryable() {
    return items().filter(item -> item.result().isRetryable());
  }
}
