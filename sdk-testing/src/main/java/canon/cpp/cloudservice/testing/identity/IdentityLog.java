package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.log.BoundedLog;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The requests that a fake identity provider has received.
 *
 * <pre>{@code
 * assertThat(entra.log().of(IdentityEndpoint.TOKEN)).hasSize(1);
 * }</pre>
 *
 * <p>A request is in the log before its response is sent.
 */
public final class IdentityLog {
  private final BoundedLog<IdentityRequest> book;

  IdentityLog(BoundedLog<IdentityRequest> book) {
    this.book = book;
  }

  /**
   * Returns all requests in order of arrival.
   *
   * @return a copy
   */
  public List<IdentityRequest> entries() {
    return book.entries();
  }

  /**
   * Returns the requests to one endpoint in order of arrival.
   *
   * @param endpoint the endpoint
   * @return a copy
   */
  public List<IdentityRequest> of(IdentityEndpoint endpoint) {
    return book.entries().stream().filter(entry -> entry.endpoint() == endpoint).toList();
  }

  /** Removes all requests; numbering continues. */
  public void clear() {
    book.clear();
  }

  /**
   * Returns how many requests were removed because the log was full. It contains the last 100,000
   * requests.
   *
   * @return the number of requests since the log was last cleared
   */
  public long removed() {
    return book.removed();
  }

  /** Returns the requests, one per line, for the report of a failed test. */
  @Override
  public String toString() {
    return book.entries().stream()
        .map(IdentityRequest::toString)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
