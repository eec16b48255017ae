package canon.cpp.cloudservice.internal.concurrent;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Daemon threads that complete futures, now or later. Completing a future runs the continuations of
 * the host, which may block. So there is always one thread more than the tasks that run: a task
 * that blocks delays no other. Idle threads end.
 */
public final class CompletionThreads extends ScheduledThreadPoolExecutor {
  private final ReentrantLock resizing = new ReentrantLock();
  private int running;

  public CompletionThreads(String role) {
    this(role, ClientThreads.IDLE_MILLIS);
  }

  CompletionThreads(String role, long idleMillis) {
    super(1, ClientThreads.daemons("prismasync-" + role));
    setRemoveOnCancelPolicy(true);
    setKeepAliveTime(idleMillis, TimeUnit.MILLISECONDS);
    allowCoreThreadTimeOut(true);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    resize(1);
  }

  @Override
  protected void afterExecute(Runnable task, Throwable failure) {
    resize(-1);
  }

  private void resize(int change) {
    resizing.lock();
    try {
      running += change;
      setCorePoolSize(running + 1);
    } finally {
      resizing.unlock();
    }
  }
}
