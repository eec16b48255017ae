package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.internal.run.ClientContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leads an examination through its stages. An asynchronous diagnosis goes on on the client's
 * executor; a blocking one wherever a stage ends, so that it does not depend on threads that the
 * host may be blocking just then.
 */
final class DiagnosisDriver<T> {
  private final ClientContext client;
  private final DiagnosisRun examination;
  private final Function<DiagnosisRun, T> reader;
  private final Executor executor;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final Runnable closing = this::failAsClosed;
  private volatile @Nullable CompletableFuture<?> stage;

  DiagnosisDriver(
      ClientContext client,
      DiagnosisRun examination,
      Function<DiagnosisRun, T> reader,
      Executor executor) {
    this.client = client;
    this.examination = examination;
    this.reader = reader;
    this.executor = executor;
    CompletableFuture<T> unused =
        result.whenComplete(
            (value, failure) -> {
              stopStage();
              client.life().remove(closing);
              examination.end(failure);
            });
  }

  CompletableFuture<T> start() {
    client.life().add(closing);
    next(this::examine);
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
      RuntimeException failure = examination.interrupted(e);
      result.completeExceptionally(failure);
      throw failure;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A diagnosis failed in no known way", e);
    }
  }

  private void examine() {
    if (client.life().isClosed()) {
      failAsClosed();
      return;
    }
    CompletableFuture<?> awaited = examination.next();
    if (awaited == null) {
      T value = reader.apply(examination);
      // First, so that whoever has the answer finds that listeners have heard of the end.
      examination.end(null);
      result.complete(value);
      return;
    }
    stage = awaited;
    if (result.isDone()) {
      stopStage();
    }
    CompletableFuture<Void> alarm = client.timer().timeout(examination.timeLeft());
    CompletableFuture<?> unused =
        CompletableFuture.anyOf(awaited, alarm)
            .whenComplete(
                (value, failure) -> {
                  alarm.cancel(false);
                  next(
                      () -> {
                        examination.ended();
                        awaited.cancel(true);
                        examine();
                      });
                });
  }

  /**
   * Does what comes next. If the executor rejects, the call ends here and now, or nobody would ever
   * hear of it.
   */
  private void next(Runnable work) {
    try {
      executor.execute(() -> guarded(work));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(examination.noThread(e));
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
    next(() -> result.completeExceptionally(examination.clientClosed()));
  }

  private void stopStage() {
    CompletableFuture<?> running = stage;
    if (running != null) {
      running.cancel(true);
    }
  }
}
