package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.errors.PagingProgress;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the pages of a list: where it stands, and whether it goes in a circle. Shared by the
 * iterator and the publisher, which differ only in how they wait for a page.
 *
 * <p>A service that hands out a token again would be read for ever. Brent's method finds that with
 * one token kept: it is compared with each that follows, and moved up after 1, 2, 4, 8 … pages.
 */
final class PageCursor<T> {
  private final ListCall<T> list;
  private @Nullable PageToken position;
  private boolean ended;
  private long itemsRead;
  private @Nullable PageToken landmark;
  private long pagesSinceLandmark;
  private long landmarkLife = 1;

  PageCursor(ListCall<T> list) {
    this.list = list;
    this.position = list.start();
  }

  boolean hasEnded() {
    return ended;
  }

  /** The call for the page that comes next. */
  ReadCall<Page<T>> next() {
    return list.page(position, new PagingProgress(itemsRead, position), this::rejectCircle);
  }

  /** Takes note of a page. */
  void passed(Page<T> page) {
    itemsRead += page.items().size();
    position = page.next();
    ended = position == null;
    if (++pagesSinceLandmark == landmarkLife) {
      landmark = position;
      landmarkLife *= 2;
      pagesSinceLandmark = 0;
    }
  }

  private void rejectCircle(Page<T> page) {
    if (page.next() != null && (page.next().equals(landmark) || page.next().equals(position))) {
      throw new MalformedJsonException(
          "it hands out a page token of this list for the second time, so the list would never end");
    }
  }
}
