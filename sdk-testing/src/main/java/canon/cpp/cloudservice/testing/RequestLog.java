package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.log.LogBook;
import canon.cpp.cloudservice.testing.internal.log.LogLines;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The requests that reached a fake, through either endpoint.
 *
 * <pre>{@code
 * client.users().add("john@contoso.com").execute();
 *
 * fake.log().expect("addUser").applied().once();
 * fake.log().expectInOrder("signIn", "addUser");
 * LoggedRequest last = fake.log().of("addUser").get(0);
 * }</pre>
 *
 * <p>A request is added as soon as it was answered or dropped. The log contains at most 100,000
 * requests; {@link #capacity(int)} changes that. When it is full, the oldest requests are removed,
 * {@link #removed()} counts them, and expectations that need all requests fail.
 */
public final class RequestLog {
  private static final String UNKNOWN = "(not modelled)";

  private final LogBook book;
  private final OperationNames operations;

  RequestLog(LogBook book, OperationNames operations) {
    this.book = book;
    this.operations = operations;
  }

  /**
   * Returns all requests, in order of arrival.
   *
   * @return a copy
   */
  public List<LoggedRequest> entries() {
    return book.entries();
  }

  /**
   * Returns the requests for one operation, in order of arrival.
   *
   * @param operation the operation, such as {@code addUser}
   * @return a copy
   */
  public List<LoggedRequest> of(String operation) {
    return book.entries().stream()
        .filter(entry -> operation.equals(entry.operation()))
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Starts an expectation about the requests for one operation.
   *
   * @param operation the operation, such as {@code addUser}
   * @return the expectation, which is checked when the number of requests is stated
   * @throws IllegalArgumentException if the contract does not have the operation
   */
  public LogExpectation expect(String operation) {
    String name = operations.checked(operation);
    return new LogExpectation(book, name, entry -> name.equals(entry.operation()));
  }

  /**
   * Starts an expectation about all requests.
   *
   * @return the expectation, which is checked when the number of requests is stated
   */
  public LogExpectation expectAny() {
    return new LogExpectation(book, "any operation", entry -> true);
  }

  /**
   * Checks that exactly these operations were requested, in this order.
   *
   * @param expected the operations
   * @throws AssertionError if the operations differ
   * @throws IllegalArgumentException if the contract does not have the operation
   */
  public void expectInOrder(String... expected) {
    List<String> names = Arrays.stream(expected).map(operations::checked).toList();
    book.checkComplete();
    List<LoggedRequest> entries = book.entries();
    List<String> actual = entries.stream().map(RequestLog::name).collect(Collectors.toList());
    if (!actual.equals(names)) {
      throw LogLines.failure(
          "Expected in order: " + names + ", but they are " + actual + ".",
          entries,
          entry -> false);
    }
  }

  /**
   * Checks that nothing was applied twice: that no two requests of one account with the same path
   * and body and different idempotency keys were both applied. This happens when code repeats a
   * change whose response it did not receive, with a new key.
   *
   * <p>Signing in, signing out and activating are done by every device and are counted for each
   * token. A test that applies the same change twice on purpose {@linkplain #clear() clears} the
   * log in between.
   *
   * @throws AssertionError if a change was applied twice; the message shows the requests
   */
  public void appliedOnce() {
    book.checkComplete();
    List<List<LoggedRequest>> again = book.appliedRepeatedly();
    if (!again.isEmpty()) {
      throw LogLines.failure(
          "Expected that no change is applied twice, but these were, with different"
              + " keys: "
              + again.stream().map(same -> same.get(0).operation()).distinct().toList(),
          book.entries(),
          entry -> again.stream().anyMatch(same -> same.contains(entry)));
    }
  }

  /**
   * Checks that every request was for an operation that the fake models.
   *
   * @throws AssertionError if one was not
   */
  public void allModelled() {
    book.checkComplete();
    List<LoggedRequest> entries = book.entries();
    if (entries.stream().anyMatch(entry -> entry.operation() == null)) {
      throw LogLines.failure(
          "Expected that every request is for an operation that the fake models.",
          entries,
          entry -> entry.operation() == null);
    }
  }

  /**
   * Sets how many requests the log contains at most. A request takes about 200 bytes.
   *
   * @param requests the number of requests
   * @throws IllegalArgumentException if it is less than 1
   */
  public void capacity(int requests) {
    book.capacity(requests);
  }

  /**
   * Returns how many requests were removed because the log was full.
   *
   * @return the number of requests since the log was last cleared
   */
  public long removed() {
    return book.removed();
  }

  /** Removes all requests. Their numbering continues. */
  public void clear() {
    book.clear();
  }

  /** Returns the requests, one per line, without secrets. */
  @Override
  public String toString() {
    String lines =
        book.entries().stream()
            .map(LogLines::line)
            .collect(Collectors.joining(System.lineSeparator()));
    long removed = book.removed();
    return removed == 0 ? lines : LogLines.removed(removed) + System.lineSeparator() + lines;
  }

  private static String name(LoggedRequest entry) {
    return entry.operation() == null ? UNKNOWN : entry.operation();
  }
}
