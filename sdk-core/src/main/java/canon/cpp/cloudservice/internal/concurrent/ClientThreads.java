package canon.cpp.cloudservice.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bounded pool of daemon threads that end when they are idle. A task goes to an idle thread;
 * another thread is started only if there is none, and a task waits only if there are as many
 * threads as allowed.
 */
public final class ClientThreads implements Executor, AutoCloseable {
  static final long IDLE_MILLIS = 10_000;

  private static final AtomicInteger POOLS = new AtomicInteger();

  private final IdleFirstQueue queue = new IdleFirstQueue();
  private final ThreadPoolExecutor pool;

  public ClientThreads(String role, int size) {
    this(role, size, IDLE_MILLIS);
  }

  ClientThreads(String role, int size, long idleMillis) {
    ThreadFactory threads = daemons("prismasync-" + POOLS.incrementAndGet() + "-" + role);
    pool =
        new ThreadPoolExecutor(
            0,
            size,
            idleMillis,
            TimeUnit.MILLISECONDS,
            queue,
            threads,
            (task, full) -> enqueue(task));
  }

  /** Returns a factory of daemon threads, whose names begin with a prefix. */
  static ThreadFactory daemons(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Runs a task on a thread of the pool; after closing, on the calling thread. */
  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /** Keeps a task until a thread is free, because no further thread is allowed. */
  private void enqueue(Runnable task) {
    if (pool.isShutdown()) {
      task.run();
      return;
    }
    queue.put(task);
    if (pool.isShutdown() && queue.remove(task)) {
      task.run();
    }
  }

  /** Lets submitted tasks finish, without waiting for them. */
  @Override
  public void close() {
    pool.shutdown();
  }

  /** Accepts an offered task only if an idle thread takes it, so that the pool starts another. */
  private static final class IdleFirstQueue extends LinkedTransferQueue<Runnable> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean offer(Runnable task) {
      return tryTransfer(task);
    }
  }
}
