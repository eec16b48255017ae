package canon.cpp.cloudservice.internal.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A bounded pool of daemon threads that go away when idle. */
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

  /** Makes daemon threads whose names tell whose they are. */
  static ThreadFactory daemons(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** After closing, what is still to be said is said in the thread that says it. */
  @Override
  public void execute(Runnable work) {
    try {
      pool.execute(work);
    } catch (RejectedExecutionException e) {
      work.run();
    }
  }

  /** Lets running work end; nothing waits for it. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
