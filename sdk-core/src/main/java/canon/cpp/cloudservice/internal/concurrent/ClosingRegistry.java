package canon.cpp.cloudservice.internal.concurrent;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The work of an owner that ends when the owner is closed, or at once if it is closed already.
 *
 * @param <E> the work
 */
public final class ClosingRegistry<E> {
  private final Set<E> entries = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Consumer<E> end;

  public ClosingRegistry(Consumer<E> end) {
    this.end = end;
  }

  public boolean isClosed() {
    return closed.get();
  }

  /** Registers work; ends it if the owner is closed. */
  public void add(E entry) {
    entries.add(entry);
    if (closed.get()) {
      endOnce(entry);
    }
  }

  /** Removes work that has ended by itself. */
  public void remove(E entry) {
    entries.remove(entry);
  }

  /** Ends all work, now and later. Returns whether this was the first time. */
  public boolean close() {
    boolean first = closed.compareAndSet(false, true);
    entries.forEach(this::endOnce);
    return first;
  }

  private void endOnce(E entry) {
    if (entries.remove(entry)) {
      end.accept(entry);
    }
  }
}
