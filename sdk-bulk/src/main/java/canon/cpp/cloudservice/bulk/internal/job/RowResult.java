package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.ItemResult;
import org.jspecify.annotations.Nullable;

/** The result of a request that the service accepted. */
public record RowResult(ItemResult result, @Nullable String requestId) {}
