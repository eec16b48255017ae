package canon.cpp.cloudservice.bulk.jdbc;

import canon.cpp.cloudservice.bulk.BulkItem;
import canon.cpp.cloudservice.bulk.journal.JobRow;
import canon.cpp.cloudservice.errors.ProblemCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row with its result.
 *
 * @param row the row
 * @param item the result
 * @param state what the row waits for now
 * @param at when the result was known
 */
record FinishedRow(JobRow row, BulkItem item, RowState state, Instant at) {

  @Nullable String codeId() {
    ProblemCode code = item.code();
    return code == null ? null : code.id();
  }
}
