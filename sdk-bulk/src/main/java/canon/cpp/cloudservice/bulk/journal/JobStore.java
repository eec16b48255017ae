package canon.cpp.cloudservice.bulk.journal;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.ItemResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/**
 * An opened job of a {@link Journal}. Used by one thread at a time.
 *
 * <p>The order for each row: {@link #next}, then {@link #started} before its request is sent, then
 * {@link #finished}. If the process ends in between, {@code next} returns the row again with its
 * key and the time of its first attempt. A removal calls {@code next} and {@code finished} to read
 * what its rows remove, then {@link #found}, {@code started} and {@code finished}.
 *
 * <p>Several workers can share a job if {@link #isShared()} says so. Then a row is returned to one
 * worker at a time.
 */
@CheckReturnValue
public interface JobStore extends AutoCloseable {

  /**
   * Returns the job as it was first created.
   *
   * @return the job
   */
  JobHeader header();

  /**
   * Returns the account that runs the job now, which is usually the one of the header.
   *
   * @return the account; personal data
   */
  String account();

  /**
   * Returns rows that have no final result, in the order of the input. {@code NOT_TRIED} and {@code
   * PARTLY} are not final.
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
   * @param after the row after which to continue; 0 for the first ones. A shared store returns each
   *     row once to all workers together, and needs no position.
   * @param max how many rows to return at most, at least 1
   * @return the rows in order; empty if there are no more
   */
  List<JobRow> found(long after, int max);

  /**
   * Returns the rows whose outcome is unknown, as {@link #found} does.
   *
   * @param after the row after which to continue; 0 for the first ones
   * @param max how many rows to return at most, at least 1
   * @return the rows in order; empty if there are no more
   */
  List<JobRow> unknown(long after, int max);

  /**
   * Records durably that the requests of these rows are about to be sent, each with its {@link
   * JobRow#prepared()} change. When this method returns, the record survives a crash of the
   * machine.
   *
   * @param rows the rows
   */
  void started(List<JobRow> rows);

  /**
   * Records the result of a row. It may be lost in a crash; then the row is sent again under its
   * key.
   *
   * @param row the row
   * @param item the result
   * @param at when it was known
   */
  void finished(JobRow row, BulkItem item, Instant at);

  /**
   * Counts the rows with a result.
   *
   * @param result the result
   * @return the number
   */
  long count(ItemResult result);

  /**
   * Counts the rows whose target was read, whatever their result.
   *
   * @return the number
   */
  long targets();

  /**
   * Records durably that so many removals may begin.
   *
   * @param removals the number of removals that the ceiling allows
   */
  void allow(long removals);

  /**
   * Returns the number of removals that may begin.
   *
   * @return the number; -1 if none was recorded
   */
  long allowedRemovals();

  /**
   * Counts the rows of the earlier journal that the input does not have any more.
   *
   * @return the number; zero if the job does not continue an earlier one
   */
  long gone();

  /**
   * Tells whether other workers may run this job at the same time. If they may, a worker that stops
   * leaves the rows that it did not reach to them, instead of recording them as {@code NOT_TRIED}.
   *
   * @return false by default
   */
  default boolean isShared() {
    return false;
  }

  /**
   * Returns how long to wait before asking again, after {@link #next}, {@link #found} or {@link
   * #unknown} has returned no row. Other workers may still have rows, which they leave behind if
   * they end.
   *
   * @return the delay; zero if no row is left, which is the default
   */
  default Duration waitForOthers() {
    return Duration.ZERO;
  }

  /**
   * Tells the other workers that the service has asked to come back later.
   *
   * @param delay for how long no worker may send
   */
  default void throttled(Duration delay) {}

  /**
   * Returns for how long this worker may not send because the service has asked another worker to
   * come back later. Each request of the service is returned once. Called before each request, so
   * it must be cheap.
   *
   * @return the delay; zero if no other worker was asked to wait, which is the default
   */
  default Duration throttledByOthers() {
    return Duration.ZERO;
  }

  /** Makes all records durable and releases the journal. */
  @Override
  void close();
}
