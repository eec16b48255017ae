package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.Page;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Reads a list page by page, blocking. */
final class PageIterator<T> implements Iterator<Page<T>> {
  private final PageCursor<T> walk;

  PageIterator(ListCall<T> list) {
    this.walk = new PageCursor<>(list);
  }

  @Override
  public boolean hasNext() {
    return !walk.hasEnded();
  }

  /** If it fails, the iterator stands where it stood, and can be asked again. */
  @Override
  public Page<T> next() {
    if (walk.hasEnded()) {
      throw new NoSuchElementException("The list has no more pages");
    }
    Page<T> page = walk.next().execute();
    walk.passed(page);
    return page;
  }
}
