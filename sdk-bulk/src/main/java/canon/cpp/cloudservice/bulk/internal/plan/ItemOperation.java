package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.job.RowOperation;
import canon.cpp.cloudservice.bulk.internal.job.RowReader;
import canon.cpp.cloudservice.bulk.internal.job.RowResult;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.concurrent.CompletableFuture;

/** The changes of the items of a plan. */
abstract class ItemOperation implements RowOperation, RowReader {
  private final PlanData plan;
  private final Protections protections;

  ItemOperation(PlanData plan, Protections protections) {
    this.plan = plan;
    this.protections = protections;
  }

  @Override
  public final String name() {
    return Operations.of(plan.kind());
  }

  @Override
  public final String parameters() {
    return plan.digest();
  }

  final PlanItem item(JobRow row) {
    return plan.items().get((int) row.number() - 1);
  }

  @Override
  public final CompletableFuture<RowResult> read(JobRow row) {
    PlanItem item = item(row);
    String reason = item.action().removes() ? protections.reason(item.canonicalEmail()) : null;
    return reason == null
        ? find(item)
        : CompletableFuture.completedFuture(RowResult.unchanged(ItemResult.REJECTED, reason));
  }

  /** Reads the member of an item, and compares it with the plan. */
  abstract CompletableFuture<RowResult> find(PlanItem item);

  @Override
  public final CompletableFuture<RowResult> readAgain(JobRow row) {
    return read(row);
  }

  @Override
  public final CompletableFuture<Boolean> isAsWanted(JobRow row) {
    return read(row).thenApply(result -> result.result() == ItemResult.ALREADY_SO);
  }

  @Override
  public final ItemResult rejected(ProblemCode code) {
    if (code.equals(ProblemCode.PRECONDITION_FAILED)) {
      return ItemResult.DRIFTED;
    }
    return code.equals(ProblemCode.NOT_FOUND) ? ItemResult.ALREADY_SO : ItemResult.REJECTED;
  }
}
