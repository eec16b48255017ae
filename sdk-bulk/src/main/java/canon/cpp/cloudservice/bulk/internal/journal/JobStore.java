package canon.cpp.cloudservice.bulk.internal.journal;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * An opened job of a {@link Journal}. Used by one thread at a time.
 *
 * <p>The order for each row: {@link #next}, then {@link #started} before its request is sent, then
 * {@link #finished}. If the process ends in between, {@code next} returns the row again with its
 * key and the time of its first attempt.
 */
public interface JobStore extends AutoCloseable {

  /** Returns the job as it was first created. */
  JobHeader header();

  /** Returns the account that runs the job now, which is usually the one of the header. */
  String account();

  /**
   * Returns rows that have no final result, in the order of the input.
   *
   * @param input the rest of the input; the store remembers which row comes next
   * @param max how many rows to return at most, at least 1
   * @return the rows; empty if the input has no more
   * @throws canon.cpp.cloudservice.bulk.JournalException if a row differs from the one in the
   *     journal
   */
  List<JobRow> next(Iterator<String> input, int max);

  /**
   * Returns rows of the journal that have no final result and whose target was read.
   *
   * @param after the row after which to continue; 0 for the first ones
   * @param max how many rows to return at most, at least 1
   * @return the rows in order; empty if there are no more
   */
  List<JobRow> found(long after, int max);

  /** Returns the rows whose outcome is unknown, as {@link #found} does. */
  List<JobRow> unknown(long after, int max);

  /**
   * Records durably that the requests of these rows are about to be sent, each with its {@link
   * JobRow#prepared()} change. When this method returns, the record survives a crash of the
   * machine.
   */
  void started(List<JobRow> rows);

  /**
   * Records the result of a row. It may be lost in a crash; then the row is sent again under its
   * key.
   */
  void finished(JobRow row, BulkItem item, Instant at);

  /** Counts the rows with a result. */
  long count(ItemResult result);

  /** Counts the rows whose target was read, whatever their result. */
  long targets();

  /** Records durably that so many removals may begin. */
  void allow(long removals);

  /** Returns the number of removals that may begin; -1 if none was recorded. */
  long allowedRemovals();

  /** Counts the rows of the earlier journal that the input does not have any more. */
  long gone();

  /** Makes all records durable and releases the journal. */
  @Override
  void close();
}
