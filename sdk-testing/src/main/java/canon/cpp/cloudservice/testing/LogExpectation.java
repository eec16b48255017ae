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
 * What a test expects of a {@link RequestLog}: first which requests are meant, last how many there
 * are to be. Immutable.
 *
 * <pre>{@code
 * fake.log().expect("addUser").answered(503).times(2);
 * fake.log().expect("addUser").applied().once();
 * fake.log().expect("removeUser").never();
 * }</pre>
 *
 * <p>What is not as expected is an {@link AssertionError} that shows the whole log, with an arrow
 * before each request that is meant, and without secrets.
 */
@CheckReturnValue
public final class LogExpectation {
  private final LogBook book;
  private final String meaning;
  private final Predicate<LoggedRequest> meant;

  LogExpectation(LogBook book, String meaning, Predicate<LoggedRequest> meant) {
    this.book = book;
    this.meaning = meaning;
    this.meant = meant;
  }

  /**
   * Means requests of one account only: of the same provider and subject, by whatever address.
   *
   * @param account whose token was sent
   * @return a narrower expectation
   */
  public LogExpectation by(FakeAccount account) {
    AccountKey key = AccountKey.of(requireNonNull(account, "account"));
    return narrower("by " + account, request -> key.isOf(request.account()));
  }

  /**
   * Means requests only that were answered with a status, whether or not the answer arrived.
   *
   * @param status the status
   * @return a narrower expectation
   */
  public LogExpectation answered(int status) {
    return narrower("answered " + status, request -> request.status() == status);
  }

  /**
   * Means requests only that were rejected with a problem code.
   *
   * @param code the problem code
   * @return a narrower expectation
   */
  public LogExpectation rejected(ProblemCode code) {
    return narrower("rejected with " + code.id(), request -> code.id().equals(request.code()));
  }

  /**
   * Means requests only that did a change themselves.
   *
   * @return a narrower expectation
   */
  public LogExpectation applied() {
    return narrower("applied", LoggedRequest::applied);
  }

  /**
   * Means requests only that were answered with a kept answer.
   *
   * @return a narrower expectation
   */
  public LogExpectation replayed() {
    return narrower("replayed", LoggedRequest::replayed);
  }

  /**
   * Means requests only whose connection broke.
   *
   * @return a narrower expectation
   */
  public LogExpectation dropped() {
    return narrower("dropped", LoggedRequest::dropped);
  }

  /**
   * There is exactly one such request.
   *
   * @throws AssertionError if there are more or fewer
   */
  public void once() {
    check("once", count -> count == 1);
  }

  /**
   * There is no such request.
   *
   * @throws AssertionError if there is one
   */
  public void never() {
    check("never", count -> count == 0);
  }

  /**
   * There is at least one such request.
   *
   * @throws AssertionError if there is none
   */
  public void atLeastOnce() {
    check("at least once", count -> count > 0);
  }

  /**
   * There are exactly so many such requests.
   *
   * @param expected how many
   * @throws AssertionError if there are more or fewer
   */
  public void times(int expected) {
    check(expected + " times", count -> count == expected);
  }

  private LogExpectation narrower(String more, Predicate<LoggedRequest> also) {
    return new LogExpectation(book, meaning + ", " + more, meant.and(also));
  }

  private void check(String expected, IntPredicate fine) {
    List<LoggedRequest> entries = book.entries();
    int count = (int) entries.stream().filter(meant).count();
    if (!fine.test(count)) {
      throw LogLines.failure(
          "Expected " + expected + ": " + meaning + "; but it happened " + count + " times.",
          entries,
          meant);
    }
  }
}
