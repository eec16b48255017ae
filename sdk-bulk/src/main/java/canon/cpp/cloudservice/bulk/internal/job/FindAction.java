package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads what a row removes, before anything is removed. */
final class FindAction implements RowAction {
  private final RowRemoval removal;
  private final Protections protections;

  FindAction(RowRemoval removal, Protections protections) {
    this.removal = removal;
    this.protections = protections;
  }

  @Override
  public CompletableFuture<RowResult> start(Work work) {
    return removal.find(work.row().input()).thenApply(this::toResult);
  }

  private RowResult toResult(Optional<RowRemoval.Found> read) {
    if (read.isEmpty()) {
      return RowResult.of(ItemResult.ALREADY_SO, null);
    }
    RowRemoval.Found found = read.get();
    String reason = protections.reason(found.canonicalEmail());
    return reason == null
        ? new RowResult(ItemResult.NOT_TRIED, null, null, found.target())
        : new RowResult(ItemResult.REJECTED, reason, null, null);
  }

  @Override
  public ItemResult rejected(ProblemCode code) {
    return ItemResult.REJECTED;
  }

  @Override
  public boolean needsKey() {
    return false;
  }
}
