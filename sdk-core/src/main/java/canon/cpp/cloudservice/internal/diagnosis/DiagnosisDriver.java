package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import canon.cpp.cloudservice.internal.run.ClientContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Executes the steps of a diagnosis: a blocking one on the caller's thread, an asynchronous one on
 * the client's executor. The deadline and the closing of the client do not depend on the executor.
 */
final class DiagnosisDriver<T> {
  private final ClientContext client;
  private final DiagnosisRun run;
  private final Function<DiagnosisRun, T> reader;
  private final Executor executor;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final ReentrantLock running = new ReentrantLock();
  private final Runnable onClose = this::closed;
  private @Nullable CompletableFuture<Void> timeout;
  private volatile @Nullable CompletableFuture<?> step;

  DiagnosisDriver(
      ClientContext client, DiagnosisRun run, Function<DiagnosisRun, T> reader, Executor executor) {
    this.client = client;
    this.run = run;
    this.reader = reader;
    this.executor = executor;
  }

  /** Runs the diagnosis on the caller's thread. */
  T run() {
    Waiter waiter = client.lifecycle().enter();
    try {
      T value = untilDone();
      run.end(null);
      return value;
    } catch (InterruptedException e) {
      boolean closed = waiter.leaveInterrupted();
      if (!closed) {
        Thread.currentThread().interrupt();
      }
      RuntimeException failure = closed ? run.clientClosed() : run.interrupted(e);
      run.end(failure);
      throw failure;
    } catch (RuntimeException | Error e) {
      run.end(e);
      throw e;
    } finally {
      boolean unused = waiter.leave();
      run.deliverEvents();
    }
  }

  private T untilDone() throws InterruptedException {
    run.deliverEvents();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    while (run.select()) {
      CompletableFuture<?> begun = run.begin();
      run.deliverEvents();
      try {
        await(begun);
        run.ended();
      } finally {
        begun.cancel(true);
      }
      run.deliverEvents();
      if (client.lifecycle().isClosed()) {
        throw run.clientClosed();
      }
    }
    return reader.apply(run);
  }

  private void await(CompletableFuture<?> awaited) throws InterruptedException {
    CompletableFuture<Void> end = client.timer().timeout(run.timeLeft());
    try {
      Object unused = CompletableFuture.anyOf(awaited, end).get();
    } catch (ExecutionException e) {
      // The step reads its own failure.
    } finally {
      end.cancel(false);
    }
  }

  /** Runs the diagnosis on the executor. */
  CompletableFuture<T> start() {
    CompletableFuture<Void> end = client.timer().timeout(run.timeLeft());
    timeout = end;
    CompletableFuture<T> unusedResult =
        result.whenComplete((value, failure) -> endedByCaller(failure));
    client.lifecycle().add(onClose);
    CompletableFuture<Void> unusedTimeout = end.thenRun(this::deadlineExceeded);
    proceed(this::first);
    return result;
  }

  private void first() {
    run.deliverEvents();
    next();
  }

  private void next() {
    T value = null;
    boolean selected = false;
    running.lock();
    try {
      if (!ended.get()) {
        selected = run.select();
        value = selected ? null : reader.apply(run);
      }
    } finally {
      running.unlock();
    }
    if (selected) {
      begin();
    } else if (ended.compareAndSet(false, true)) {
      // Listeners are notified before the caller receives the result.
      run.end(null);
      run.deliverEvents();
      release();
      result.complete(value);
    }
  }

  private void begin() {
    CompletableFuture<?> begun = run.begin();
    step = begun;
    if (ended.get()) {
      begun.cancel(true);
    }
    run.deliverEvents();
    CompletableFuture<?> unused =
        begun.whenComplete((found, failure) -> proceed(() -> ended(begun)));
  }

  private void ended(CompletableFuture<?> begun) {
    running.lock();
    try {
      if (ended.get() || step != begun) {
        return;
      }
      step = null;
      run.ended();
    } finally {
      running.unlock();
    }
    run.deliverEvents();
    if (client.lifecycle().isClosed()) {
      closed();
    } else {
      next();
    }
  }

  /**
   * Completes the diagnosis with what was found so far, on a thread that no code of the host may
   * hold. No such code runs under the lock.
   */
  private void deadlineExceeded() {
    if (client.lifecycle().isClosed()) {
      closed();
      return;
    }
    T value;
    running.lock();
    try {
      if (!ended.compareAndSet(false, true)) {
        return;
      }
      run.ended();
      value = reader.apply(run);
    } finally {
      running.unlock();
    }
    run.end(null);
    release();
    result.complete(value);
    deliverOnExecutor();
  }

  private void closed() {
    fail(run::clientClosed);
  }

  private void fail(Supplier<? extends Throwable> reason) {
    if (ended.compareAndSet(false, true)) {
      Throwable failure = reason.get();
      run.end(failure);
      release();
      result.completeExceptionally(failure);
      deliverOnExecutor();
    }
  }

  /** Ends the call if the caller has cancelled or completed its future. */
  private void endedByCaller(@Nullable Throwable failure) {
    if (ended.compareAndSet(false, true)) {
      run.end(failure);
      release();
      run.deliverEvents();
    }
  }

  /** Releases what the call holds before the caller's continuations run, because they may block. */
  private void release() {
    client.lifecycle().remove(onClose);
    CompletableFuture<Void> end = timeout;
    if (end != null) {
      end.cancel(false);
    }
    CompletableFuture<?> current = step;
    if (current != null) {
      current.cancel(true);
    }
  }

  private void deliverOnExecutor() {
    try {
      executor.execute(run::deliverEvents);
    } catch (RuntimeException | Error e) {
      run.deliverEvents();
    }
  }

  /** Continues on the executor. If that rejects the task or fails, the call ends at once. */
  private void proceed(Runnable task) {
    if (ended.get()) {
      return;
    }
    try {
      executor.execute(() -> guarded(task));
    } catch (RuntimeException | Error e) {
      fail(() -> run.executorFailed(e));
    }
  }

  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      fail(() -> e);
    }
  }
}
