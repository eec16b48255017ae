package canon.cpp.cloudservice.bulk;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.errors.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * An item of a bulk job and how it ended.
 *
 * @param row the position in the input, from 1
 * @param input what the input has in that row, such as an e-mail address; personal data
 * @param result how the item ended
 * @param code why the service rejected it; null unless the service did
 * @param message a sentence for the log about why the item did not end as wanted, without an
 *     address; null if there is nothing to say
 * @param requestId the service's id of the last request; null if not known
 * @param idempotencyKey the key of the change; null if it was never sent
 */
public record BulkItem(
    long row,
    String input,
    ItemResult result,
    @Nullable ProblemCode code,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable String idempotencyKey) {

  /** Checks the components. */
  public BulkItem {
    requireNonNull(input, "input");
    requireNonNull(result, "result");
    if (row < 1) {
      throw new IllegalArgumentException("Rows count from 1, but this is row " + row);
    }
  }
}
