package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.concurrent.CompletableFuture;

/** Reads what a row changes, before anything is changed. */
final class FindAction implements RowAction {
  private final RowReader reader;

  FindAction(RowReader reader) {
    this.reader = reader;
  }

  @Override
  public CompletableFuture<RowResult> start(Work work) {
    return reader.read(work.row());
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
