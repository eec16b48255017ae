package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Reads a list page by page, blocking. */
final class PageIterator<T> implements Iterator<Page<T>> {
  private final PageCursor<T> cursor;

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
    Page<T> page = cursor.next().execute();
    cursor.advance(page);
    return page;
  }
}
