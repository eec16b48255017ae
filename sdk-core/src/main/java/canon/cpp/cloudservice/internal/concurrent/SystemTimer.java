package canon.cpp.cloudservice.internal.concurrent;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Real time. Its threads only complete futures; see {@link CompletionThreads}. */
public final class SystemTimer implements Timer, AutoCloseable {
  private final CompletionThreads threads;
  private final ClosingRegistry<Runnable> pending = new ClosingRegistry<>(this::completeNow);

  public SystemTimer(String role) {
    this(role, ClientThreads.IDLE_MILLIS);
  }

  SystemTimer(String role, long idleMillis) {
    threads = new CompletionThreads(role, idleMillis);
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
    CompletableFuture<Void> over = new Expiry();
    Runnable complete = () -> over.complete(null);
    try {
      Future<?> task = threads.schedule(complete, duration.toNanos(), TimeUnit.NANOSECONDS);
      CompletableFuture<Boolean> unused =
          over.handle(
              (value, failure) -> {
                pending.remove(complete);
                return task.cancel(false);
              });
      pending.add(complete);
    } catch (RejectedExecutionException e) {
      complete.run();
    }
    return over;
  }

  /** A future that is nearly always cancelled, so cancelling it creates no stack trace. */
  private static final class Expiry extends CompletableFuture<Void> {
    @Override
    public boolean cancel(boolean mayInterrupt) {
      return (!isDone() && completeExceptionally(new Cancelled())) || isCancelled();
    }
  }

  /** A timeout is not needed any more. */
  private static final class Cancelled extends CancellationException {
    private static final long serialVersionUID = 1L;

    private Cancelled() {
      super("The timeout was cancelled");
    }

    @Override
    public Throwable fillInStackTrace() {
      return this;
    }
  }

  private void completeNow(Runnable complete) {
    try {
      threads.execute(complete);
    } catch (RejectedExecutionException e) {
      complete.run();
    }
  }

  /** Completes all pending futures, so that nothing waits for a closed timer. */
  @Override
  public void close() {
    boolean unused = pending.close();
    threads.shutdown();
  }
}
