package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import canon.cpp.cloudservice.bulk.journal.RowTarget;
import org.jspecify.annotations.Nullable;

/**
 * The result of a request that the service accepted.
 *
 * @param result how the row ends; {@code PARTLY} if there is another step
 * @param message why, if it does not end as wanted; null if there is nothing to say
 * @param requestId the service's id of the request; null if not known
 * @param target what the row removes; null if that was not read
 * @param next the other step; null if there is none
 */
public record RowResult(
    ItemResult result,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable RowTarget target,
    @Nullable NextStep next) {

  /** Returns the result of a change. */
  public static RowResult of(ItemResult result, @Nullable String requestId) {
    return new RowResult(result, null, requestId, null, null);
  }

  /** Returns the result of a read after which the row can be changed. */
  public static RowResult found(RowTarget target) {
    return new RowResult(ItemResult.NOT_TRIED, null, null, target, null);
  }

  /** Returns the result of a row that is not changed, and why. */
  public static RowResult unchanged(ItemResult result, String message) {
    return new RowResult(result, message, null, null, null);
  }

  /** Returns the result of a first change that another one follows. */
  public static RowResult then(NextStep next, @Nullable String requestId) {
    return new RowResult(ItemResult.PARTLY, null, requestId, null, next);
  }
}
