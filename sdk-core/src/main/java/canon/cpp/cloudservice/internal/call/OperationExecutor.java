package canon.cpp.cloudservice.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Executes operations for one identity. Calls run on it. */
public interface OperationExecutor {

  /** Executes an operation on the caller's thread. */
  <T> T execute(Operation<T> operation, CallOptions options);

  /** Executes an operation without blocking. */
  <T> CompletableFuture<T> executeAsync(Operation<T> operation, CallOptions options);

  /** Executes a read on the caller's thread, again and again, until its condition is met. */
  <T, R> R await(WaitOperation<T, R> operation, CallOptions options);

  /** Does the same without blocking. */
  <T, R> CompletableFuture<R> awaitAsync(WaitOperation<T, R> operation, CallOptions options);

  /**
   * Checks that calls are possible.
   *
   * @throws IllegalStateException if the client is closed or has no identity
   */
  void checkReady();

  /** Returns the executor on which callbacks run. */
  Executor executor();
}
