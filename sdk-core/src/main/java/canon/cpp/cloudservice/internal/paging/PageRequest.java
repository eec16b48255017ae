package canon.cpp.cloudservice.internal.paging;

import static canon.cpp.cloudservice.internal.values.Checks.inRange;
import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a list is read; null means the default of the service or the client.
 *
 * @param size items in a page
 * @param from the token of the first page
 * @param options timeout and headers of the request for each page
 * @param prefetch whether the next page is requested while the current one is handled
 */
public record PageRequest(
    @Nullable Integer size, @Nullable PageToken from, CallOptions options, boolean prefetch) {

  public static final PageRequest FIRST = new PageRequest(null, null, CallOptions.NONE, false);

  private static final int MAX_SIZE = 1000;

  public PageRequest withSize(int value) {
    return new PageRequest(inRange("pageSize", value, 1, MAX_SIZE), from, options, prefetch);
  }

  public PageRequest startingFrom(PageToken token) {
    return new PageRequest(size, requireNonNull(token, "token"), options, prefetch);
  }

  public PageRequest withTimeout(Duration value) {
    return with(options.withTimeout(positive("timeoutPerPage", value)));
  }

  public PageRequest withHeader(String name, String value) {
    return with(options.withHeader(name, value));
  }

  private PageRequest with(CallOptions changed) {
    return new PageRequest(size, from, changed, prefetch);
  }

  public PageRequest withPrefetch() {
    return new PageRequest(size, from, options, true);
  }

  /** Adds the parameters of paging to the query of a list operation. */
  public OperationBuilder addTo(OperationBuilder operation) {
    return operation.query("pageSize", size).query("pageToken", from == null ? null : from.value());
  }
}
