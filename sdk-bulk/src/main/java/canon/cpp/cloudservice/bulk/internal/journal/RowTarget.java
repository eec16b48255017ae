package canon.cpp.cloudservice.bulk.internal.journal;

import org.jspecify.annotations.Nullable;

/**
 * The member or printer that a row removes, as it was read.
 *
 * @param id the id that the service gave
 * @param etag the version that was read; null if it has none
 */
public record RowTarget(String id, @Nullable String etag) {}
