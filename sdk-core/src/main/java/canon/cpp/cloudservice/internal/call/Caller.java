package canon.cpp.cloudservice.internal.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Executes operations in somebody's name; what calls are given to run on. */
public interface Caller {

  <T> T execute(Operation<T> operation, CallOptions options);

  <T> CompletableFuture<T> executeAsync(Operation<T> operation, CallOptions options);

  /** Where callbacks run. */
  Executor executor();
}
