package canon.cpp.cloudservice.bulk;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.journal.Journal;
import canon.cpp.cloudservice.time.Timer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A bulk job, described but not yet run. Immutable: every option returns a new job.
 *
 * <p>By default a job goes on whatever happens to single rows. It stops, and can be continued, when
 * no further row can succeed: see {@link StopReason}. This library implements the interface and may
 * add methods to it.
 */
@CheckReturnValue
public interface BulkJob {

  /**
   * Keeps a journal in a file of JSON lines. Executing the job again with the file of an unfinished
   * one continues it: rows with a result are skipped, and rows that were sent without a known
   * result are sent again under the same idempotency keys. The input must be the same.
   *
   * <p>The file contains e-mail addresses. It is created so that only its owner can read it.
   *
   * @param file the file; created if it does not exist
   * @return a job with a journal
   */
  BulkJob journal(Path file);

  /**
   * Keeps a journal elsewhere than in a file, such as in a database that several workers share.
   *
   * @param journal the journal; it replaces a file that was set before
   * @return a job with a journal
   */
  BulkJob journal(Journal journal);

  /**
   * Continues an earlier job with a changed input, in a new journal. A row that the earlier journal
   * has keeps its result and its idempotency key, wherever it is in the new input. Changed and new
   * rows run. Rows that are gone are counted ({@link BulkReport#gone()}), and nothing of them is
   * undone.
   *
   * @param journal the journal of the earlier job, which is not changed
   * @return a job that continues the earlier one; it needs a journal in a file, or none
   */
  BulkJob continuing(Path journal);

  /**
   * Allows the job to continue the journal of another account. Idempotency keys belong to an
   * account, so the rows which that account has sent without a known result are read instead of
   * sent again: if the site is as the row wants it, the row is {@link ItemResult#ALREADY_SO},
   * otherwise {@link ItemResult#UNKNOWN} until 24 hours have passed, and then it is sent.
   *
   * @return a job that may continue the work of another account
   */
  BulkJob resumeAsOtherAccount();

  /**
   * Limits the number of requests in flight. The job starts with 8 and adapts to the service.
   *
   * @param requests 1 to 256; 64 by default
   * @return a job with the limit
   * @throws IllegalArgumentException if the number is out of range
   */
  BulkJob maxConcurrency(int requests);

  /**
   * Stops the job when more rows are rejected in one run.
   *
   * @param rejections how many are tolerated, zero or more; any number by default
   * @return a job with the limit
   * @throws IllegalArgumentException if the number is negative
   */
  BulkJob stopAfterRejections(long rejections);

  /**
   * Stops the job when the outcome of more rows is unknown.
   *
   * @param unknowns how many are tolerated, zero or more; any number by default
   * @return a job with the limit
   * @throws IllegalArgumentException if the number is negative
   */
  BulkJob stopAfterUnknowns(long unknowns);

  /**
   * Sets a listener for progress. The thread of the job calls it after each group of responses. An
   * exception of the listener ends the job, which can be continued.
   *
   * @param listener the listener
   * @return a job with the listener
   */
  BulkJob onProgress(Consumer<BulkProgress> listener);

  /**
   * Sets how time passes, for tests.
   *
   * @param timer the delays
   * @param clock the wall clock
   * @return a job with that time
   */
  BulkJob time(Timer timer, Clock clock);

  /**
   * Runs the job on this thread. If the thread is interrupted, nothing more is sent, the requests
   * in flight are awaited, the interrupt status is set again, and the report says {@link
   * StopReason#CANCELLED}. A second interrupt ends the waiting.
   *
   * @return the report
   * @throws JournalException if the journal cannot be used
   * @throws canon.cpp.cloudservice.errors.CloudServiceException if the session of the account
   *     cannot be read, so that nothing was begun
   */
  @CanIgnoreReturnValue
  BulkReport execute();

  /**
   * Runs the job on a thread of its own. Cancelling the future stops the job as an interrupt does.
   *
   * @return a future of the report
   */
  @CanIgnoreReturnValue
  CompletableFuture<BulkReport> executeAsync();
}
