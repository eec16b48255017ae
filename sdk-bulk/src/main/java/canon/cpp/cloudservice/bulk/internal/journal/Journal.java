package canon.cpp.cloudservice.bulk.internal.journal;

import canon.cpp.cloudservice.bulk.BulkItem;
import java.util.stream.Stream;

/** Remembers what a job has done, so that it can be continued after a crash. */
public interface Journal {

  /**
   * Opens the job: a new one, or the one that the journal already has.
   *
   * @param wanted the job as it would be if it were new
   * @param otherAccount whether the journal may be the one of another account
   * @throws canon.cpp.cloudservice.bulk.JournalException if the journal has another job, or is in
   *     use
   */
  JobStore open(JobHeader wanted, boolean otherAccount);

  /** Streams the rows that have a result, in the order of the input. Close the stream. */
  Stream<BulkItem> items();
}
