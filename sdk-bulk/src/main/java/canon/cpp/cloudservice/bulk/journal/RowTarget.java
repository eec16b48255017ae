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
  private static final String NONE = "-";

  /** The target of a row that takes nothing away from anybody, such as an addition of a plan. */
  public static final RowTarget NOTHING = new RowTarget(NONE, null);

  /** Checks the components. */
  public RowTarget {
    requireNonNull(id, "id");
  }

  /**
   * Tells whether the row removes something.
   *
   * @return false for {@link #NOTHING}, whose id is {@code -}
   */
  public boolean removes() {
    return !id.equals(NONE);
  }
}
