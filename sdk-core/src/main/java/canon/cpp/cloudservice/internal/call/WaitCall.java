package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Response;
import java.util.concurrent.CompletableFuture;

/** A call that waits for a condition. Its timeout is that of the whole wait. */
public final class WaitCall<T, R> extends ConfigurableCall<R, Call<R>> {
  private final OperationExecutor executor;
  private final WaitOperation<T, R> operation;

  public WaitCall(OperationExecutor executor, WaitOperation<T, R> operation, CallOptions options) {
    super(options);
    this.executor = executor;
    this.operation = operation;
  }

  @Override
  protected Call<R> with(CallOptions changed) {
    return new WaitCall<>(executor, operation, changed);
  }

  @Override
  public Call<Response<R>> withResponse() {
    return new WaitCall<>(executor, operation.withResponse(), options());
  }

  @Override
  public R execute() {
    return executor.await(operation, options());
  }

  @Override
  public CompletableFuture<R> executeAsync() {
    return executor.awaitAsync(operation, options());
  }

  /** Returns the name of the operation that is repeated. */
  @Override
  public String toString() {
    return operation.read().name();
  }
}
