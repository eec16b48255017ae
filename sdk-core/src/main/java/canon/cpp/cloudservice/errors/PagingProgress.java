package canon.cpp.cloudservice.errors;

import canon.cpp.cloudservice.PageToken;
import org.jspecify.annotations.Nullable;

/**
 * How far reading a list came before it failed.
 *
 * @param itemsRead how many items were handed out before
 * @param resumeFrom where to go on, or null to start at the beginning
 */
public record PagingProgress(long itemsRead, @Nullable PageToken resumeFrom) {}
