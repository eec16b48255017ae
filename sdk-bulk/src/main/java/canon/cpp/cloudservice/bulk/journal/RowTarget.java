package canon.cpp.cloudservice.bulk.journal;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The member or printer that a row removes, as it was read.
 *
 * @param id the id that the service gave
 * @param etag the version that was read; null if it has none
 */
public record RowTarget(String id, @Nullable String etag) {

  /** Checks the components. */
  public RowTarget {
    requireNonNull(id, "id");
  }
}
