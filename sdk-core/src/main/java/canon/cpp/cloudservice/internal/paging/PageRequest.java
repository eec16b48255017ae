package canon.cpp.cloudservice.internal.paging;

import static canon.cpp.cloudservice.internal.values.Checks.inRange;
import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.internal.call.OperationBuilder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a list is read; null means the default.
 *
 * @param size items in a page
 * @param from where to start
 * @param timeout the time for one page
 */
public record PageRequest(
    @Nullable Integer size, @Nullable PageToken from, @Nullable Duration timeout) {

  public static final PageRequest FIRST = new PageRequest(null, null, null);

  private static final int MAX_SIZE = 1000;

  public PageRequest withSize(int value) {
    return new PageRequest(inRange("pageSize", value, 1, MAX_SIZE), from, timeout);
  }

  public PageRequest startingFrom(PageToken token) {
    return new PageRequest(size, requireNonNull(token, "token"), timeout);
  }

  public PageRequest withTimeout(Duration value) {
    return new PageRequest(size, from, positive("timeoutPerPage", value));
  }

  /** Adds this to the query of a list operation. */
  public OperationBuilder addTo(OperationBuilder draft) {
    return draft.query("pageSize", size).query("pageToken", from == null ? null : from.value());
  }
}
