package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.internal.run.ClientContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Executes the steps of a diagnosis. An asynchronous diagnosis continues on the client's executor;
 * a blocking one in the thread that completes a step, so that it does not depend on threads that
 * the host application may be blocking.
 */
final class DiagnosisDriver<T> {
  private final ClientContext client;
  private final DiagnosisRun run;
  private final Function<DiagnosisRun, T> reader;
  private final Executor executor;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Runnable closing = this::failAsClosed;
  private volatile @Nullable CompletableFuture<?> step;

  DiagnosisDriver(
      ClientContext client, DiagnosisRun run, Function<DiagnosisRun, T> reader, Executor executor) {
    this.client = client;
    this.run = run;
    this.reader = reader;
    this.executor = executor;
    CompletableFuture<T> unused =
        result.whenComplete(
            (value, failure) -> {
              cancelStep();
              client.life().remove(closing);
              run.end(failure);
            });
  }

  CompletableFuture<T> start() {
    client.life().add(closing);
    next(this::continueRun);
    return result;
  }

  /** Starts and waits. */
  T run() {
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return start().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      RuntimeException failure = run.interrupted(e);
      result.completeExceptionally(failure);
      throw failure;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A diagnosis failed unexpectedly", e);
    }
  }

  private void continueRun() {
    if (client.life().isClosed()) {
      failAsClosed();
      return;
    }
    CompletableFuture<?> awaited = run.next();
    if (awaited == null) {
      T value = reader.apply(run);
      // Listeners are notified before the caller receives the result.
      run.end(null);
      result.complete(value);
      return;
    }
    step = awaited;
    if (result.isDone()) {
      cancelStep();
    }
    CompletableFuture<Void> timeout = client.timer().timeout(run.timeLeft());
    CompletableFuture<?> unused =
        CompletableFuture.anyOf(awaited, timeout)
            .whenComplete(
                (value, failure) -> {
                  timeout.cancel(false);
                  next(
                      () -> {
                        run.ended();
                        awaited.cancel(true);
                        continueRun();
                      });
                });
  }

  /**
   * Executes the next part on the executor. If the executor rejects it, the call fails at once;
   * otherwise its future would never complete.
   */
  private void next(Runnable work) {
    try {
      executor.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(run.noThread(e));
    }
  }

  private void guarded(Runnable work) {
    if (!result.isDone()) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    }
  }

  private void failAsClosed() {
    next(() -> result.completeExceptionally(run.clientClosed()));
  }

  private void cancelStep() {
    CompletableFuture<?> running = step;
    if (running != null) {
      running.cancel(true);
    }
  }
}
