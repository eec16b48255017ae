package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.testing.internal.log.LogBook;
import canon.cpp.cloudservice.testing.internal.log.LogLines;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * An expectation about a {@link RequestLog}. First select requests, then state how many there must
 * be; the last call checks it. Immutable.
 *
 * <pre>{@code
 * fake.log().expect("addUser").withStatus(503).times(2);
 * fake.log().expect("addUser").applied().once();
 * fake.log().expect("removeUser").never();
 * }</pre>
 *
 * <p>A failed expectation is an {@link AssertionError} that shows the whole log, with an arrow
 * before each selected request. It contains no secrets.
 */
@CheckReturnValue
public final class LogExpectation {
  private final LogBook book;
  private final String description;
  private final Predicate<LoggedRequest> selected;

  LogExpectation(LogBook book, String description, Predicate<LoggedRequest> selected) {
    this.book = book;
    this.description = description;
    this.selected = selected;
  }

  /**
   * Selects requests of one account: the same provider and subject, with any address.
   *
   * @param account the owner of the token that was sent
   * @return a narrower expectation
   */
  public LogExpectation by(FakeAccount account) {
    AccountKey key = AccountKey.of(requireNonNull(account, "account"));
    return narrowed("by " + account, request -> key.isOf(request.account()));
  }

  /**
   * Selects requests with a response status, whether or not the response arrived.
   *
   * @param status the status
   * @return a narrower expectation
   */
  public LogExpectation withStatus(int status) {
    return narrowed("status " + status, request -> request.status() == status);
  }

  /**
   * Selects requests that were rejected with a problem code.
   *
   * @param code the problem code
   * @return a narrower expectation
   */
  public LogExpectation rejectedWith(ProblemCode code) {
    return narrowed("rejected with " + code.id(), request -> code.id().equals(request.code()));
  }

  /**
   * Selects requests that applied a change themselves.
   *
   * @return a narrower expectation
   */
  public LogExpectation applied() {
    return narrowed("applied", LoggedRequest::applied);
  }

  /**
   * Selects requests that received the kept response of an earlier request.
   *
   * @return a narrower expectation
   */
  public LogExpectation replayed() {
    return narrowed("replayed", LoggedRequest::replayed);
  }

  /**
   * Selects requests whose connection broke.
   *
   * @return a narrower expectation
   */
  public LogExpectation dropped() {
    return narrowed("dropped", LoggedRequest::dropped);
  }

  /**
   * Checks that there is exactly one such request.
   *
   * @throws AssertionError if there are more or fewer
   */
  public void once() {
    check("once", count -> count == 1);
  }

  /**
   * Checks that there is no such request.
   *
   * @throws AssertionError if there is one
   */
  public void never() {
    check("never", count -> count == 0);
  }

  /**
   * Checks that there is at least one such request.
   *
   * @throws AssertionError if there is none
   */
  public void atLeastOnce() {
    if (book.entries().stream().noneMatch(selected)) {
      check("at least once", count -> count > 0);
    }
  }

  /**
   * Checks that there are exactly this many such requests.
   *
   * @param expected the number of requests
   * @throws AssertionError if there are more or fewer
   */
  public void times(int expected) {
    check(expected + " times", count -> count == expected);
  }

  private LogExpectation narrowed(String more, Predicate<LoggedRequest> also) {
    return new LogExpectation(book, description + ", " + more, selected.and(also));
  }

  private void check(String expected, IntPredicate matches) {
    book.checkComplete();
    List<LoggedRequest> entries = book.entries();
    int count = (int) entries.stream().filter(selected).count();
    if (!matches.test(count)) {
      throw LogLines.failure(
          "Expected " + expected + ": " + description + ", but the number is " + count + ".",
          entries,
          selected);
    }
  }
}
