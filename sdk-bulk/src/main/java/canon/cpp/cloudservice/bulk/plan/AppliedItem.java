package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.errors.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * An item of a plan and how it ended.
 *
 * @param item the item
 * @param result how it ended; {@code PARTLY} means that the member was added to all lists, but not
 *     removed from those that are not wanted
 * @param code why the service rejected it; null unless the service did
 * @param message a sentence for the log about why the item did not end as wanted, without an
 *     address; null if there is nothing to say
 * @param requestId the service's id of the last request; null if not known
 * @param idempotencyKey the key of the first change; null if it was never sent
 */
public record AppliedItem(
    PlanItem item,
    ItemResult result,
    @Nullable ProblemCode code,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable String idempotencyKey) {

  /** Checks the components. */
  public AppliedItem {
    requireNonNull(item, "item");
    requireNonNull(result, "result");
  }
}
