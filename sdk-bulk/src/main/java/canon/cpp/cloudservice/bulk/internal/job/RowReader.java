package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.journal.JobRow;
import java.util.concurrent.CompletableFuture;

/** Reads what a row changes, before anything is changed. */
public interface RowReader {

  /**
   * Sends one read, without retries. The result is {@code NOT_TRIED} with a target if the row can
   * be changed.
   */
  CompletableFuture<RowResult> read(JobRow row);
}
