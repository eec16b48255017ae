package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.log.LogBook;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What reached a fake, through either door.
 *
 * <pre>{@code
 * client.users().add("john@contoso.com").execute();
 *
 * LoggedRequest last = fake.log().of("addUser").get(0);
 * assertThat(last.landed()).isTrue();
 * }</pre>
 *
 * <p>A request is there as soon as it was answered or dropped.
 */
public final class RequestLog {
  private final LogBook book;

  RequestLog(LogBook book) {
    this.book = book;
  }

  /**
   * All requests, in the order in which they arrived.
   *
   * @return a copy
   */
  public List<LoggedRequest> entries() {
    return book.entries();
  }

  /**
   * The requests for one operation, in the order in which they arrived.
   *
   * @param operation the operation, such as {@code addUser}
   * @return a copy
   */
  public List<LoggedRequest> of(String operation) {
    return book.entries().stream()
        .filter(entry -> operation.equals(entry.operation()))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Forgets all requests; their numbers go on. */
  public void clear() {
    book.clear();
  }

  /** Shows the requests, one a line, for the report of a failed test. */
  @Override
  public String toString() {
    return book.entries().stream()
        .map(LoggedRequest::toString)
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
