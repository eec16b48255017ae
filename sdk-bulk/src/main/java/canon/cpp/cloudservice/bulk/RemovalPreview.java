package canon.cpp.cloudservice.bulk;

import static java.util.Objects.requireNonNull;

/**
 * What a removal would do.
 *
 * @param removals how many members or printers would be removed
 * @param allowed how many the ceiling allows
 * @param report the rows: {@code NOT_TRIED} would be removed, {@code ALREADY_SO} is not there, and
 *     {@code REJECTED} is protected or not valid
 */
public record RemovalPreview(long removals, long allowed, BulkReport report) {

  /** Checks the components. */
  public RemovalPreview {
    requireNonNull(report, "report");
  }

  /**
   * Tells whether the job needs {@link BulkRemoval#approvingRemovals}.
   *
   * @return true if the ceiling would be exceeded
   */
  public boolean exceedsCeiling() {
    return removals > allowed;
  }
}
