package canon.cpp.cloudservice.internal.concurrent;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Real time. Its threads only complete futures; see {@link CompletionThreads}.
 *
 * <p>Nearly all timeouts are cancelled. So a timeout is only an entry in an ordered set, and one
 * task wakes up for the first of them. A call neither wakes a thread nor creates a task.
 */
public final class SystemTimer implements Timer, AutoCloseable {
  private final CompletionThreads threads;
  private final long longestWait;
  private final ConcurrentSkipListSet<Expiry> pending = new ConcurrentSkipListSet<>();
  private final AtomicLong created = new AtomicLong();
  private final AtomicReference<@Nullable WakeUp> next = new AtomicReference<>();
  private volatile boolean closed;

  public SystemTimer(String role) {
    this(role, ClientThreads.IDLE_MILLIS);
  }

  SystemTimer(String role, long idleMillis) {
    threads = new CompletionThreads(role, idleMillis);
    // Not longer, because a thread whose timeouts are all cancelled ends only after it.
    longestWait = TimeUnit.MILLISECONDS.toNanos(idleMillis);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public CompletableFuture<Void> pause(Duration duration) {
    return timeout(duration);
  }

  @Override
  public CompletableFuture<Void> timeout(Duration duration) {
    Expiry over = new Expiry(nanoTime() + duration.toNanos(), created.incrementAndGet());
    CompletableFuture<Boolean> unused = over.handle((value, failure) -> pending.remove(over));
    pending.add(over);
    if (!closed) {
      wakeUpAt(over.at);
    } else if (pending.remove(over)) {
      over.complete(null);
    }
    return over;
  }

  /** Makes sure that a task runs at a point in time or earlier. */
  private void wakeUpAt(long at) {
    long now = nanoTime();
    long time = at - now > longestWait ? now + longestWait : at;
    WakeUp current = next.get();
    if (current != null && current.at - time <= 0) {
      return;
    }
    WakeUp earlier = new WakeUp(time);
    while (!next.compareAndSet(current, earlier)) {
      current = next.get();
      if (current != null && current.at - time <= 0) {
        return;
      }
    }
    try {
      earlier.task = threads.schedule(earlier, time - now, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      // The timer is being closed, which completes all futures.
      return;
    }
    if (current != null) {
      current.cancel();
    }
    if (closed) {
      earlier.cancel();
    }
  }

  private void completeExpired() {
    long now = nanoTime();
    for (Expiry first : pending) {
      if (first.at - now > 0) {
        wakeUpAt(first.at);
        return;
      }
      if (pending.remove(first)) {
        completeNow(first);
      }
    }
  }

  /** Completes a future on a thread of its own, because its continuations may block. */
  private void completeNow(Expiry over) {
    try {
      threads.execute(() -> over.complete(null));
    } catch (RejectedExecutionException e) {
      over.complete(null);
    }
  }

  /** Completes all pending futures, so that nothing waits for a closed timer. */
  @Override
  public void close() {
    closed = true;
    for (Expiry over : pending) {
      if (pending.remove(over)) {
        completeNow(over);
      }
    }
    WakeUp last = next.get();
    if (last != null) {
      last.cancel();
    }
    threads.shutdown();
  }

  /** Runs at the time of the first timeout, unless a task for an earlier time has replaced it. */
  private final class WakeUp implements Runnable {
    private final long at;
    private volatile @Nullable Future<?> task;

    private WakeUp(long at) {
      this.at = at;
    }

    @Override
    public void run() {
      if (next.compareAndSet(this, null)) {
        completeExpired();
      }
    }

    private void cancel() {
      Future<?> scheduled = task;
      if (scheduled != null) {
        scheduled.cancel(false);
      }
    }
  }

  /** A pending future. It is nearly always cancelled, so that creates no stack trace. */
  private static final class Expiry extends CompletableFuture<Void> implements Comparable<Expiry> {
    private final long at;
    private final long number;

    private Expiry(long at, long number) {
      this.at = at;
      this.number = number;
    }

    @Override
    public boolean cancel(boolean mayInterrupt) {
      return (!isDone() && completeExceptionally(new TimeoutCancelledException())) || isCancelled();
    }

    /** Orders by time, which may overflow, and then by age. */
    @Override
    public int compareTo(Expiry other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at - other.at, 0);
    }
  }

  /** A timeout is not needed any more. */
  private static final class TimeoutCancelledException extends CancellationException {
    private static final long serialVersionUID = 1L;

    private TimeoutCancelledException() {
      super("The timeout was cancelled");
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }
}
