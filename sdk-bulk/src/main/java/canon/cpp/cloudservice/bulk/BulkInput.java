package canon.cpp.cloudservice.bulk;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.bulk.internal.input.PublishedRows;
import java.util.Iterator;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/**
 * Makes the input of a bulk job of a source that can be read only once. Such a job can be executed
 * only once.
 *
 * <pre>{@code
 * try (Stream<String> lines = Files.lines(file)) {
 *   Bulk.with(client).addUsers(BulkInput.of(lines)).execute();
 * }
 * }</pre>
 */
public final class BulkInput {
  private BulkInput() {}

  /**
   * Returns the rows of a stream, which are read while the job runs.
   *
   * @param rows the stream; not closed
   * @return the rows, which can be iterated once
   */
  public static Iterable<String> of(Stream<String> rows) {
    requireNonNull(rows, "rows");
    return new Iterable<>() {
      @Override
      public Iterator<String> iterator() {
        return rows.iterator();
      }
    };
  }

  /**
   * Returns the rows of a publisher. The job requests a few hundred rows at a time.
   *
   * @param rows the publisher; an error of it ends the job with an {@link IllegalStateException}
   * @return the rows, which can be iterated as often as the publisher can be subscribed to
   */
  public static Iterable<String> of(Flow.Publisher<String> rows) {
    requireNonNull(rows, "rows");
    return () -> PublishedRows.subscribe(rows);
  }
}
