package canon.cpp.cloudservice.internal.paging;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Page;
import canon.cpp.cloudservice.PageToken;
import canon.cpp.cloudservice.errors.PagingProgress;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import org.jspecify.annotations.Nullable;

/**
 * The position in a list that is read page by page. Shared by the iterator and the publisher, which
 * differ only in how they wait for a page.
 *
 * <p>A service that returns a page token twice would be read without end. Brent's algorithm detects
 * such a cycle with one stored token: it is compared with each following token, and replaced after
 * 1, 2, 4, 8 … pages.
 */
final class PageCursor<T> {
  private final ListCall<T, ?> list;
  private @Nullable PageToken position;
  private boolean ended;
  private long itemsRead;
  private @Nullable PageToken landmark;
  private long pagesSinceLandmark;
  private long landmarkDistance = 1;

  PageCursor(ListCall<T, ?> list) {
    this.list = list;
    this.position = list.start();
  }

  /** Returns whether the next page, if any, is to be requested ahead. */
  boolean prefetches() {
    return list.prefetches();
  }

  boolean hasEnded() {
    return ended;
  }

  /** Returns the call for the next page. */
  Call<Page<T>> next() {
    return list.page(position, new PagingProgress(itemsRead, position), this::rejectCycle);
  }

  /** Moves past a page that was read. */
  void advance(Page<T> page) {
    itemsRead += page.items().size();
    position = page.next();
    ended = position == null;
    if (++pagesSinceLandmark == landmarkDistance) {
      landmark = position;
      landmarkDistance *= 2;
      pagesSinceLandmark = 0;
    }
  }

  private void rejectCycle(Page<T> page) {
    if (page.next() != null && (page.next().equals(landmark) || page.next().equals(position))) {
      throw new MalformedJsonException(
          "it repeats a page token of this list, so the list would never end");
    }
  }
}
