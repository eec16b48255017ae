package canon.cpp.cloudservice.testing;

import canon.cpp.cloudservice.testing.internal.log.LogBook;
import canon.cpp.cloudservice.testing.internal.log.LogLines;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What reached a fake, through either endpoint.
 *
 * <pre>{@code
 * client.users().add("john@contoso.com").execute();
 *
 * fake.log().expect("addUser").applied().once();
 * fake.log().expectInOrder("signIn", "addUser");
 * LoggedRequest last = fake.log().of("addUser").get(0);
 * }</pre>
 *
 * <p>A request is there as soon as it was answered or dropped.
 */
public final class RequestLog {
  private static final String UNKNOWN = "(not modelled)";

  private final LogBook book;
  private final Set<String> operations;

  RequestLog(LogBook book, Set<String> operations) {
    this.book = book;
    this.operations = operations;
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

  /**
   * Begins to say what is expected of the requests for one operation.
   *
   * @param operation the operation, such as {@code addUser}
   * @return the expectation, which is checked once it is said how many there are to be
   * @throws IllegalArgumentException if there is no such operation
   */
  public LogExpectation expect(String operation) {
    checkKnown(operation);
    return new LogExpectation(book, operation, entry -> operation.equals(entry.operation()));
  }

  /**
   * Begins to say what is expected of all requests.
   *
   * @return the expectation, which is checked once it is said how many there are to be
   */
  public LogExpectation expectAny() {
    return new LogExpectation(book, "any operation", entry -> true);
  }

  /**
   * Checks that there are requests for exactly these operations, in this order, and no others.
   *
   * @param expected the operations
   * @throws AssertionError if it is otherwise
   * @throws IllegalArgumentException if there is no such operation
   */
  public void expectInOrder(String... expected) {
    Arrays.stream(expected).forEach(this::checkKnown);
    List<LoggedRequest> entries = book.entries();
    List<String> actual = entries.stream().map(RequestLog::name).collect(Collectors.toList());
    if (!actual.equals(Arrays.asList(expected))) {
      throw LogLines.failure(
          "Expected in order: " + Arrays.toString(expected) + "; but it was " + actual + ".",
          entries,
          entry -> false);
    }
  }

  /**
   * Checks that nothing was done twice: no two requests of one account that ask for the same, with
   * the same path and body but another idempotency key, have both landed. That is what happens when
   * a program repeats a change whose answer it did not see, and does not repeat its key.
   *
   * <p>Signing in, logging out and activating are done by every device: they count for each token.
   * A test that does the same twice on purpose {@linkplain #clear() clears} the log in between.
   *
   * @throws AssertionError if something was done twice; it shows which requests did it
   */
  public void appliedOnce() {
    List<List<LoggedRequest>> again = book.appliedRepeatedly();
    if (!again.isEmpty()) {
      throw LogLines.failure(
          "Expected that nothing is done twice, but with other keys these were: "
              + again.stream().map(same -> same.get(0).operation()).distinct().toList(),
          book.entries(),
          entry -> again.stream().anyMatch(same -> same.contains(entry)));
    }
  }

  /**
   * Checks that nobody asked for what the fake does not model.
   *
   * @throws AssertionError if somebody did
   */
  public void allModelled() {
    List<LoggedRequest> entries = book.entries();
    if (entries.stream().anyMatch(entry -> entry.operation() == null)) {
      throw LogLines.failure(
          "Expected that only what the fake models is asked for.",
          entries,
          entry -> entry.operation() == null);
    }
  }

  /** Forgets all requests; their numbers go on. */
  public void clear() {
    book.clear();
  }

  /** Shows the requests, one a line, for the report of a failed test; without secrets. */
  @Override
  public String toString() {
    return book.entries().stream()
        .map(LogLines::line)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String name(LoggedRequest entry) {
    return entry.operation() == null ? UNKNOWN : entry.operation();
  }

  private void checkKnown(String operation) {
    if (!operations.contains(operation)) {
      throw new IllegalArgumentException(
          "There is no operation " + operation + "; there are " + operations);
    }
  }
}
