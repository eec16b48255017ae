package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Reads a list page by page, blocking. */
final class PageIterator<T> implements Iterator<Page<T>> {
  private final PageCursor<T> cursor;
  private @Nullable CompletableFuture<Page<T>> prefetched;

  PageIterator(ListCall<T, ?> list) {
    this.cursor = new PageCursor<>(list);
  }

  @Override
  public boolean hasNext() {
    return !cursor.hasEnded();
  }

  /** Reads the next page. After a failure the position is unchanged, so it can be called again. */
  @Override
  public Page<T> next() {
    if (cursor.hasEnded()) {
      throw new NoSuchElementException("The list has no more pages");
    }
    CompletableFuture<Page<T>> ahead = prefetched;
    prefetched = null;
    Page<T> page = ahead == null ? cursor.next().execute() : await(ahead);
    cursor.advance(page);
    if (cursor.prefetches() && !cursor.hasEnded()) {
      prefetched = prefetch();
    }
    return page;
  }

  private @Nullable CompletableFuture<Page<T>> prefetch() {
    try {
      return cursor.next().executeAsync();
    } catch (IllegalStateException e) {
      // The client was closed. The caller receives this page first, and the exception for the next.
      return null;
    }
  }

  private Page<T> await(CompletableFuture<Page<T>> page) {
    try {
      return Futures.get(page);
    } catch (InterruptedException e) {
      page.cancel(true);
      // Reads the page on this interrupted thread, with the exception that such a call throws.
      Thread.currentThread().interrupt();
      return cursor.next().execute();
    }
  }
}
