package canon.cpp.cloudservice.internal.concurrent;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time. One daemon thread, which only completes futures and goes away when idle. */
public final class SystemTimer implements Timer, AutoCloseable {
  private final ScheduledThreadPoolExecutor alarms;
  private final Set<Runnable> pending = ConcurrentHashMap.newKeySet();

  public SystemTimer(String role) {
    this(role, ClientThreads.IDLE_MILLIS);
  }

  SystemTimer(String role, long idleMillis) {
    alarms = new ScheduledThreadPoolExecutor(1, ClientThreads.daemons("prismasync-" + role));
    alarms.setRemoveOnCancelPolicy(true);
    alarms.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    alarms.setKeepAliveTime(idleMillis, TimeUnit.MILLISECONDS);
    alarms.allowCoreThreadTimeOut(true);
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
    CompletableFuture<Void> over = new CompletableFuture<>();
    Runnable ring = () -> over.complete(null);
    try {
      ScheduledFuture<?> alarm = alarms.schedule(ring, duration.toNanos(), TimeUnit.NANOSECONDS);
      pending.add(ring);
      CompletableFuture<Void> unused =
          over.whenComplete(
              (value, failure) -> {
                pending.remove(ring);
                alarm.cancel(false);
              });
      if (alarms.isShutdown()) {
        ring.run();
      }
    } catch (RejectedExecutionException e) {
      ring.run();
    }
    return over;
  }

  /** Nobody is left waiting: what was still to come, comes now. */
  @Override
  public void close() {
    alarms.shutdownNow();
    pending.forEach(Runnable::run);
  }
}
