package canon.cpp.cloudservice.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Executes operations in somebody's name; what calls are given to run on. */
public interface OperationExecutor {

  <T> T execute(Operation<T> operation, CallOptions options);

  <T> CompletableFuture<T> executeAsync(Operation<T> operation, CallOptions options);

  /**
   * Whether calls can be made at all.
   *
   * @throws IllegalStateException if not: the client is closed, or has no account
   */
  void checkReady();

  /** Where callbacks run. */
  Executor executor();
}
