package canon.cpp.cloudservice;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * A list of the service, described but not yet read. It fetches page after page as items are asked
 * for and holds one page at a time, so that a list of any length takes constant memory.
 *
 * <pre>{@code
 * for (User user : client.users().list().on(REMOTE_CONTROL)) {
 *   System.out.println(user.email());
 * }
 * }</pre>
 *
 * <p>Immutable; every iteration reads the list anew. Who stays on the list is neither skipped nor
 * repeated while others come and go. If reading fails in the middle, the exception is a {@link
 * canon.cpp.cloudservice.errors.CloudServiceException} whose {@code pagingProgress()} says how many
 * items were read and where to resume.
 *
 * <p>The library implements this interface; methods may be added to it.
 *
 * @param <T> what the list holds
 */
@CheckReturnValue
public interface PagedCall<T> extends Iterable<T> {

  /**
   * Sets how many items are fetched at once; 100 if not set.
   *
   * @param size 1 to 1,000
   * @return a list read in pages of that size
   * @throws IllegalArgumentException if the size is out of range
   */
  PagedCall<T> pageSize(int size);

  /**
   * Starts behind an earlier page instead of at the beginning.
   *
   * @param token from {@link Page#next()} of the same list with the same filters
   * @return the rest of the list
   */
  PagedCall<T> startingFrom(PageToken token);

  /**
   * Sets the time for fetching one page; the client's own timeout if not set.
   *
   * @param timeout a positive duration
   * @return a list with that time for each page
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  PagedCall<T> timeoutPerPage(Duration timeout);

  /**
   * Reads the list item by item.
   *
   * @return an iterator that fetches as it goes, for one thread
   */
  @Override
  Iterator<T> iterator();

  /**
   * Reads the list as a sequential stream. Nothing needs to be closed.
   *
   * @return a stream that fetches as it goes
   */
  Stream<T> stream();

  /**
   * Reads the list page by page, for programs that keep the token of each.
   *
   * @return the pages, fetched as they are asked for
   */
  Iterable<Page<T>> pages();

  /**
   * Reads the list without blocking, at the subscriber's pace. Every subscription reads anew. Not
   * available on Android before API level 30.
   *
   * @return a publisher that calls its subscribers on threads of the client
   */
  Flow.Publisher<T> publisher();

  /**
   * Reads one page only.
   *
   * @return a call for the first page, or for the one behind {@link #startingFrom}
   */
  Call<Page<T>> page();
}
