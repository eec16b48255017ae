package canon.cpp.cloudservice.testing.internal.server;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends requests whose TLS handshake, head or body is not received in time, so that unfinished
 * requests do not keep threads. Interrupting a thread that reads from a channel closes the channel.
 */
final class ReadTimeouts implements AutoCloseable {
  private static final ThreadLocal<@Nullable Reading> CURRENT = new ThreadLocal<>();

  private final ScheduledThreadPoolExecutor timer;
  private final Duration timeout;

  ReadTimeouts(String name, Duration timeout) {
    this.timeout = timeout;
    this.timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, name + "read-timeouts");
              thread.setDaemon(true);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Returns a task that receives a request in time or is interrupted. */
  Runnable limit(Runnable task) {
    return () -> {
      Reading reading = new Reading(Thread.currentThread());
      Future<?> readTimeout;
      try {
        readTimeout = timer.schedule(reading::interrupt, timeout.toNanos(), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        return; // The server is closed, and so is the connection of the request.
      }
      CURRENT.set(reading);
      try {
        task.run();
      } finally {
        CURRENT.remove();
        reading.complete();
        readTimeout.cancel(false);
      }
    };
  }

  /** Ends the timeout of the request on this thread, which was received completely. */
  static void requestReceived() {
    Reading reading = CURRENT.get();
    if (reading != null) {
      reading.complete();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** A thread that receives a request. */
  private static final class Reading {
    private final Thread thread;
    private boolean completed;

    Reading(Thread thread) {
      this.thread = thread;
    }

    synchronized void interrupt() {
      if (!completed) {
        thread.interrupt();
      }
    }

    /** An interrupt after the last byte must not affect the response. */
    synchronized void complete() {
      if (!completed) {
        completed = true;
        var unused = Thread.interrupted();
      }
    }
  }
}
