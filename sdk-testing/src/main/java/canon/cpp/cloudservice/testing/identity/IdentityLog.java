package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.identity.http.IdentityLogBook;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What reached a fake identity provider.
 *
 * <pre>{@code
 * assertThat(entra.log().of(IdentityEndpoint.TOKEN)).hasSize(1);
 * }</pre>
 *
 * <p>A request is there before its answer is on its way.
 */
public final class IdentityLog {
  private final IdentityLogBook book;

  IdentityLog(IdentityLogBook book) {
    this.book = book;
  }

  /**
   * All requests, in the order in which they arrived.
   *
   * @return a copy
   */
  public List<IdentityRequest> entries() {
    return book.entries();
  }

  /**
   * The requests to one endpoint, in the order in which they arrived.
   *
   * @param endpoint which
   * @return a copy
   */
  public List<IdentityRequest> of(IdentityEndpoint endpoint) {
    return book.entries().stream().filter(entry -> entry.endpoint() == endpoint).toList();
  }

  /** Forgets all requests; their numbers go on. */
  public void clear() {
    book.clear();
  }

  /** Shows the requests, one a line, for the report of a failed test. */
  @Override
  public String toString() {
    return book.entries().stream()
        .map(IdentityRequest::toString)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
