package canon.cpp.cloudservice.testing.internal.log;

import java.util.List;
import java.util.TreeMap;

/**
 * Numbered entries up to a capacity. When the log is full, each new entry removes the oldest one,
 * and the number of removed entries is counted.
 *
 * @param <E> the type of an entry
 */
public final class BoundedLog<E> {
  /** The capacity unless another one is set. */
  public static final int CAPACITY = 100_000;

  private final TreeMap<Long, E> entries = new TreeMap<>();
  private int capacity = CAPACITY;
  private long removed;

  /** Adds an entry; entries are ordered by number. */
  public synchronized void add(long number, E entry) {
    entries.put(number, entry);
    trim();
  }

  /**
   * Sets the capacity.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public synchronized void capacity(int entryCount) {
    if (entryCount < 1) {
      throw new IllegalArgumentException("The capacity must be at least 1, but is " + entryCount);
    }
    capacity = entryCount;
    trim();
  }

  public synchronized List<E> entries() {
    return List.copyOf(entries.values());
  }

  /** Returns how many entries were removed because the log was full. */
  public synchronized long removed() {
    return removed;
  }

  /** Removes all entries and resets the number of removed entries. */
  public synchronized void clear() {
    entries.clear();
    removed = 0;
  }

  private void trim() {
    while (entries.size() > capacity) {
      entries.pollFirstEntry();
      removed++;
    }
  }
}
