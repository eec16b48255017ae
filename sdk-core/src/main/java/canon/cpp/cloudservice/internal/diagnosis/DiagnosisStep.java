package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.internal.concurrent.Futures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A step of a diagnosis: starts asynchronous work and records its result. */
abstract class DiagnosisStep<T> {
  private volatile @Nullable CompletableFuture<T> awaited;

  /** Returns whether to start the step; if not, the step has recorded why. */
  abstract boolean isApplicable();

  abstract CompletableFuture<T> start(Duration left);

  abstract void succeeded(T value, Duration took);

  abstract void failed(Throwable failure, Duration took);

  abstract void timedOut(Duration took);

  final CompletableFuture<T> begin(Duration left) {
    CompletableFuture<T> started;
    try {
      started = start(left);
    } catch (RuntimeException e) {
      started = new CompletableFuture<>();
      started.completeExceptionally(e);
    }
    awaited = started;
    return started;
  }

  /** Records the result of the work, which has completed or timed out. */
  final void end(Duration took) {
    CompletableFuture<T> started = awaited;
    if (started == null || !started.isDone()) {
      timedOut(took);
      return;
    }
    T value;
    try {
      value = started.join();
    } catch (RuntimeException e) {
      failed(Futures.cause(e), took);
      return;
    }
    succeeded(value, took);
  }
}
