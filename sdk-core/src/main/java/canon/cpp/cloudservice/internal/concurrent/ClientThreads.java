package canon.cpp.cloudservice.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded pool of daemon threads that end when they are idle. */
public final class ClientThreads implements Executor, AutoCloseable {
  static final long IDLE_MILLIS = 10_000;

  private static final AtomicInteger POOLS = new AtomicInteger();

  private final ThreadPoolExecutor pool;

  public ClientThreads(String role, int size) {
    this(role, size, IDLE_MILLIS);
  }

  ClientThreads(String role, int size, long idleMillis) {
    ThreadFactory threads = daemons("prismasync-" + POOLS.incrementAndGet() + "-" + role);
    pool =
        new ThreadPoolExecutor(
            size, size, idleMillis, TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), threads);
    pool.allowCoreThreadTimeOut(true);
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
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      task.run();
    }
  }

  /** Lets submitted tasks finish, without waiting for them. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
