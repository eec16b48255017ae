package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.concurrent.CompletableFuture;

/** The change that a job makes for each row. */
public interface RowOperation {

  /** Returns the name in journals, such as {@code addUsers}. */
  String name();

  /** Returns what applies to every row, such as the lists of a removal; empty if nothing. */
  default String parameters() {
    return "";
  }

  /** Sends one request, without retries. */
  CompletableFuture<RowResult> send(JobRow row, String idempotencyKey);

  /** Reads whether the site is as the row wants it, without retries. */
  CompletableFuture<Boolean> isAsWanted(JobRow row);

  /**
   * Reads what to do with a row whose key does not protect it any more. The result is {@code
   * NOT_TRIED} if the change is to be sent under a new key.
   */
  default CompletableFuture<RowResult> readAgain(JobRow row) {
    return isAsWanted(row)
        .thenApply(
            asWanted ->
                RowResult.of(asWanted ? ItemResult.ALREADY_SO : ItemResult.NOT_TRIED, null));
  }

  /** Returns what it means for a row that the service rejects its change. */
  default ItemResult rejected(ProblemCode code) {
    return ItemResult.REJECTED;
  }
}
