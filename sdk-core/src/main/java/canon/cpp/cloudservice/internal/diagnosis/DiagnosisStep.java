package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.internal.concurrent.Futures;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A part of a diagnosis: begins something to wait for, and says what came of it. */
abstract class DiagnosisStep<T> {
  private @Nullable CompletableFuture<T> awaited;

  /** Whether it is of use to begin; if not, the stage has said why. */
  abstract boolean isOfUse();

  abstract CompletableFuture<T> start(Duration left);

  abstract void answered(T value, Duration took);

  abstract void failed(Throwable failure, Duration took);

  abstract void outOfTime(Duration took);

  final CompletableFuture<T> begin(Duration left) {
    CompletableFuture<T> begun;
    try {
      begun = start(left);
    } catch (RuntimeException e) {
      begun = new CompletableFuture<>();
      begun.completeExceptionally(e);
    }
    awaited = begun;
    return begun;
  }

  /** What was begun is done, or its time is over. */
  final void end(Duration took) {
    CompletableFuture<T> begun = awaited;
    if (begun == null || !begun.isDone()) {
      outOfTime(took);
      return;
    }
    T value;
    try {
      value = begun.join();
    } catch (RuntimeException e) {
      failed(Futures.cause(e), took);
      return;
    }
    answered(value, took);
  }
}
