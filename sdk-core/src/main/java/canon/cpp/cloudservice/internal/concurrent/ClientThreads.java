package canon.cpp.cloudservice.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A bounded pool of daemon threads that end when they are idle. A task goes to an idle thread;
 * another thread is started only if there is none, and a task waits only if there are as many
 * threads as allowed.
 */
public final class ClientThreads implements Executor, AutoCloseable {
  static final long IDLE_MILLIS = 10_000;

  private static final AtomicInteger POOLS = new AtomicInteger();

  private final ThreadPoolExecutor pool;

  public ClientThreads(String role, int size) {
    this(role, size, IDLE_MILLIS);
  }

  ClientThreads(String role, int size, long idleMillis) {
    IdleFirstQueue queue = new IdleFirstQueue();
    ThreadFactory threads = daemons("prismasync-" + POOLS.incrementAndGet() + "-" + role);
    pool =
        new ThreadPoolExecutor(0, size, idleMillis, TimeUnit.MILLISECONDS, queue, threads, queue);
  }

  /** Returns a factory of daemon threads, whose names begin with a prefix. */
  static ThreadFactory daemons(String prefix) {
    return new Daemons(prefix);
  }

  /** Runs a task on a thread of the pool; after closing, on the calling thread. */
  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /** Lets submitted tasks finish, without waiting for them. */
  @Override
  public void close() {
    pool.shutdown();
  }

  /**
   * Accepts an offered task only if an idle thread will take it, so that the pool starts another.
   *
   * <p>Not a LinkedTransferQueue, which has a method for this: on Java 17, a thread that waits in
   * one may use a processor forever (JDK-8301341).
   */
  private static final class IdleFirstQueue extends LinkedBlockingQueue<Runnable>
      implements RejectedExecutionHandler {
    private static final long serialVersionUID = 1L;

    /** The threads that wait, less the tasks that wait for them or are about to be added. */
    private final AtomicInteger idle = new AtomicInteger();

    @Override
    public boolean offer(Runnable task) {
      return takeIdle() && super.offer(task);
    }

    /** Takes a waiting thread that no task is meant for. Returns false if there is none. */
    private boolean takeIdle() {
      return idle.getAndUpdate(count -> count > 0 ? count - 1 : count) > 0;
    }

    @Override
    public @Nullable Runnable poll(long time, TimeUnit unit) throws InterruptedException {
      idle.incrementAndGet();
      try {
        Runnable task = super.poll(time, unit);
        while (task == null && !takeIdle()) {
          // A task for this thread is about to be added.
          task = super.poll(time, unit);
        }
        return task;
      } catch (InterruptedException e) {
        idle.decrementAndGet();
        throw e;
      }
    }

    @Override
    public boolean remove(@Nullable Object task) {
      boolean removed = super.remove(task);
      if (removed) {
        idle.incrementAndGet();
      }
      return removed;
    }

    /** Keeps a task until a thread is free, because no further thread is allowed. */
    @Override
    public void rejectedExecution(Runnable task, ThreadPoolExecutor pool) {
      if (pool.isShutdown()) {
        task.run();
        return;
      }
      idle.decrementAndGet();
      boolean unused = super.offer(task);
      // Meanwhile the pool may have been closed, or its last thread may have ended.
      if (pool.isShutdown() && remove(task)) {
        task.run();
      } else if (pool.getPoolSize() == 0 && remove(task)) {
        pool.execute(task);
      }
    }
  }

  /** Creates daemon threads. */
  private static final class Daemons implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();
    private final String prefix;

    private Daemons(String prefix) {
      this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, prefix + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    }
  }
}
