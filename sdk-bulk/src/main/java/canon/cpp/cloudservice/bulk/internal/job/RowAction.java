package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.IdempotencyKey;
import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.concurrent.CompletableFuture;

/** What a pass does for each row. */
interface RowAction {

  /** Sends one request, without retries. */
  CompletableFuture<RowResult> start(Work work);

  /** Returns what it means for a row that the service rejects its request. */
  ItemResult rejected(ProblemCode code);

  /** Tells whether a row needs an idempotency key, which the journal has before it is used. */
  boolean needsKey();

  /** Returns the action that changes. */
  static RowAction changing(RowOperation operation) {
    return new RowAction() {
      @Override
      public CompletableFuture<RowResult> start(Work work) {
        NextStep next = work.next();
        return next == null
            ? operation.send(work.row(), work.key())
            : next.send(IdempotencyKey.of(work.key(), "2"));
      }

      @Override
      public ItemResult rejected(ProblemCode code) {
        return operation.rejected(code);
      }

      @Override
      public boolean needsKey() {
        return true;
      }
    };
  }
}
