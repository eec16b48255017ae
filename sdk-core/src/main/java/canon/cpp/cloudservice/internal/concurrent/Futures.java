package canon.cpp.cloudservice.internal.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/** Waiting for futures, and unwrapping their failures. */
public final class Futures {
  private Futures() {}

  /** Returns the failure itself, without the wrapper in which futures pass it on. */
  public static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    boolean wrapper =
        failure instanceof CompletionException || failure instanceof ExecutionException;
    return wrapper && cause != null ? cause : failure;
  }

  /** Returns a future that has failed. */
  public static <T> CompletableFuture<T> failed(Throwable failure) {
    CompletableFuture<T> future = new CompletableFuture<>();
    future.completeExceptionally(failure);
    return future;
  }

  /**
   * Waits for a future whose failures are unchecked.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  public static <T> T get(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = cause(e);
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      if (cause instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("A future failed with a checked exception", cause);
    }
  }

  /**
   * Waits for a future, but no longer than a timeout. Cancels both in the end.
   *
   * @param timeout completes when the time is over
   * @param timedOut the failure if the timeout completes first
   * @throws ExecutionException if the future fails
   * @throws InterruptedException if this thread is interrupted
   */
  public static <T> T get(
      CompletableFuture<T> future,
      CompletableFuture<Void> timeout,
      Supplier<? extends RuntimeException> timedOut)
      throws InterruptedException, ExecutionException {
    try {
      Object unused = CompletableFuture.anyOf(future, timeout).get();
      if (!future.isDone()) {
        throw timedOut.get();
      }
      return future.get();
    } finally {
      timeout.cancel(false);
      future.cancel(false);
    }
  }

  /**
   * Runs an action when a timeout is over, but not when it is cancelled. {@code thenRun} would do
   * the same, and create an exception with a stack trace for each timeout that is cancelled.
   */
  public static void whenOver(CompletableFuture<Void> timeout, Runnable action) {
    CompletableFuture<Boolean> unused =
        timeout.handle(
            (value, failure) -> {
              if (failure == null) {
                action.run();
              }
              return failure == null;
            });
  }
}
