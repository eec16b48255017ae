package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.Page;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Iterates over the items of a list. An empty page does not end the list. */
final class ItemIterator<T> implements Iterator<T> {
  private final Iterator<Page<T>> pages;
  private Iterator<T> items = Collections.emptyIterator();

  ItemIterator(Iterator<Page<T>> pages) {
    this.pages = pages;
  }

  @Override
  public boolean hasNext() {
    while (!items.hasNext() && pages.hasNext()) {
      items = pages.next().items().iterator();
    }
    return items.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The list has no more items");
    }
    return items.next();
  }
}
