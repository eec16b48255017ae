package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Reads what a row removes. */
final class RemovalReader implements RowReader {
  private final RowRemoval removal;
  private final Protections protections;

  RemovalReader(RowRemoval removal, Protections protections) {
    this.removal = removal;
    this.protections = protections;
  }

  @Override
  public CompletableFuture<RowResult> read(JobRow row) {
    return removal.find(row.input()).thenApply(this::toResult);
  }

  private RowResult toResult(Optional<RowRemoval.Found> read) {
    if (!read.isPresent()) {
      return RowResult.of(ItemResult.ALREADY_SO, null);
    }
    RowRemoval.Found found = read.get();
    String reason = protections.reason(found.canonicalEmail());
    return reason == null
        ? RowResult.found(found.target())
        : RowResult.unchanged(ItemResult.REJECTED, reason);
  }
}
