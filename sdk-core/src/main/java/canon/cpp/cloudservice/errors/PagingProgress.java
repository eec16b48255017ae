package canon.cpp.cloudservice.errors;

import canon.cpp.cloudservice.PageToken;
import org.jspecify.annotations.Nullable;

/**
 * How far a list was read before reading failed.
 *
 * @param itemsRead how many items were returned before
 * @param resumeFrom the page token to resume from, or null to start from the beginning
 */
public record PagingProgress(long itemsRead, @Nullable PageToken resumeFrom) {}
