package canon.cpp.cloudservice;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * A list of the service, described but not yet read. It fetches one page after another as items are
 * requested and holds one page at a time (two with {@link #prefetch}), so that a list of any length
 * needs constant memory.
 *
 * <pre>{@code
 * for (User user : client.users().list().on(REMOTE_CONTROL)) {
 *   System.out.println(user.email());
 * }
 * }</pre>
 *
 * <p>Immutable; every iteration reads the list from the start. A member that stays on the list is
 * neither skipped nor returned twice while other members are added and removed. If reading fails,
 * the exception is a {@link canon.cpp.cloudservice.errors.CloudServiceException} whose {@code
 * pagingProgress()} reports how many items were read and where to resume.
 *
 * <p>This library implements the interface and may add methods to it.
 *
 * @param <T> the type of the items
 */
@CheckReturnValue
public interface PagedCall<T> extends Iterable<T> {

  /**
   * Sets how many items are fetched with one request. The default is 100.
   *
   * @param size 1 to 1,000
   * @return a list that is read in pages of this size
   * @throws IllegalArgumentException if the size is out of range
   */
  PagedCall<T> pageSize(int size);

  /**
   * Starts after an earlier page instead of at the start.
   *
   * @param token from {@link Page#next()} of the same list with the same filters
   * @return the rest of the list
   */
  PagedCall<T> startingFrom(PageToken token);

  /**
   * Sets the timeout for fetching one page. The default is the timeout of the client.
   *
   * @param timeout a positive duration
   * @return a list with this timeout for each page
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  PagedCall<T> timeoutPerPage(Duration timeout);

  /**
   * Adds a header to the request for each page, such as {@code traceparent} to keep all pages in
   * one trace.
   *
   * @param name its name; not one that the library sets itself, such as {@code Authorization}
   * @param value its value, visible ASCII and spaces
   * @return a list that is read with this header
   * @throws IllegalArgumentException if the name or value cannot be sent, or if the library sets
   *     this header itself
   */
  PagedCall<T> header(String name, String value);

  /**
   * Requests the next page while the caller handles the items of the current one. It pays if
   * handling a page takes about as long as fetching one; then a list takes up to half of the time.
   *
   * <pre>{@code
   * for (User user : client.users().list().pageSize(1000).prefetch()) {
   *   write(user);
   * }
   * }</pre>
   *
   * <p>Two pages are in memory at a time, and a caller who stops early has requested one page more
   * than needed. A page that is requested ahead is an asynchronous call: its listeners are notified
   * on threads of the client, and {@link #timeoutPerPage} counts from the request. If it fails, the
   * exception is thrown when the caller needs the page. No effect on {@link #page()}.
   *
   * @return a list that is read one page ahead
   */
  PagedCall<T> prefetch();

  /**
   * Reads the list item by item.
   *
   * @return an iterator that fetches pages as needed; for one thread
   */
  @Override
  Iterator<T> iterator();

  /**
   * Reads the list as a sequential stream. The stream need not be closed.
   *
   * @return a stream that fetches pages as needed
   */
  Stream<T> stream();

  /**
   * Reads the list page by page, for programs that store the token of each page.
   *
   * @return the pages, fetched as needed
   */
  Iterable<Page<T>> pages();

  /**
   * Reads the list without blocking, at the pace of the subscriber. Every subscription reads from
   * the start. Not available on Android before API level 30.
   *
   * @return a publisher that calls its subscribers on threads of the client
   */
  Flow.Publisher<T> publisher();

  /**
   * Reads one page only.
   *
   * @return a call for the first page, or for the page after {@link #startingFrom}
   */
  Call<Page<T>> page();
}
