package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request that the service accepted.
 *
 * @param result how the row ends
 * @param message why, if it does not end as wanted; null if there is nothing to say
 * @param requestId the service's id of the request; null if not known
 * @param target what the row removes; null if that was not read
 */
public record RowResult(
    ItemResult result,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable RowTarget target) {

  /** Returns the result of a change. */
  public static RowResult of(ItemResult result, @Nullable String requestId) {
    return new RowResult(result, null, requestId, null);
  }
}
