package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A removal for each row. What it removes is read first. */
public interface RowRemoval extends RowOperation {

  /**
   * What a row removes.
   *
   * @param target its id and version
   * @param canonicalEmail the address of the member; null if it is not a member
   */
  record Found(RowTarget target, @Nullable String canonicalEmail) {}

  /** Reads what a row removes, without retries; empty if there is nothing to remove. */
  CompletableFuture<Optional<Found>> find(String input);

  /** Counts those whom the operation can remove. */
  long population();

  /** Tells whether what is removed can be protected. */
  boolean removesMembers();

  @Override
  default CompletableFuture<Boolean> isAsWanted(JobRow row) {
    return find(row.input()).thenApply(found -> !found.isPresent());
  }

  @Override
  default ItemResult rejected(ProblemCode code) {
    if (code.equals(ProblemCode.NOT_FOUND)) {
      return ItemResult.ALREADY_SO;
    }
    return code.equals(ProblemCode.PRECONDITION_FAILED) ? ItemResult.DRIFTED : ItemResult.REJECTED;
  }
}
