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

  public boolean isClosed() {
    return closed.get();
  }

  /** Registers work. Returns false if the owner is closed, and the caller has to end the work. */
  public boolean add(E entry) {
    entries.add(entry);
    return !closed.get() || !entries.remove(entry);
  }

  /** Removes work that has ended by itself. */
  public void remove(E entry) {
    entries.remove(entry);
  }

  /** Ends all work, each once. Returns whether this was the first time. */
  public boolean close(Consumer<E> end) {
    boolean first = closed.compareAndSet(false, true);
    entries.forEach(
        entry -> {
          if (entries.remove(entry)) {
            end.accept(entry);
          }
        });
    return first;
  }
}
