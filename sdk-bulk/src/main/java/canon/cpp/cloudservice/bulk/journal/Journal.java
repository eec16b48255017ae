package canon.cpp.cloudservice.bulk.journal;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.bulk.BulkItem;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Remembers what a job has done, so that it can be continued after a crash. Hosts implement it to
 * keep journals where a file or a database of {@code JdbcJournal} does not fit.
 *
 * <pre>{@code
 * BulkReport report = Bulk.with(client).addUsers(addresses).journal(journal).execute();
 * }</pre>
 *
 * <p>A failure of the storage is reported as a {@link
 * canon.cpp.cloudservice.bulk.JournalException}. It ends the job, which can be continued.
 */
@CheckReturnValue
public interface Journal {

  /**
   * Opens the job: a new one, or the one that the journal already has, which {@link
   * JobHeader#checkContinues} compares.
   *
   * @param wanted the job as it would be if it were new
   * @param otherAccount whether the journal may be the one of another account
   * @return the job, which the caller closes
   * @throws canon.cpp.cloudservice.bulk.JournalException if the journal has another job, or is in
   *     use
   */
  JobStore open(JobHeader wanted, boolean otherAccount);

  /**
   * Streams the rows that have a result, in the order of the input. It may be called while the job
   * is open.
   *
   * @return the items; close the stream
   */
  Stream<BulkItem> items();

  /**
   * Counts the removals of other jobs that this journal knows of: those of the same operation at
   * the same site, with the result {@code DONE}. They count towards the ceiling of a removal.
   *
   * @param job the job that is about to remove, which does not count
   * @param since removals before do not count
   * @return the number
   */
  long removalsOfOtherJobs(JobHeader job, Instant since);
}
