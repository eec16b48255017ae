package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Call;
import java.util.concurrent.CompletableFuture;

/**
 * A call that executes one operation.
 *
 * @param <T> the result
 * @param <C> the type that the options return
 */
public abstract class OperationCall<T, C extends Call<T>> extends ConfigurableCall<T, C> {
  private final OperationExecutor executor;

  protected OperationCall(OperationExecutor executor, CallOptions options) {
    super(options);
    this.executor = executor;
  }

  /** Returns the operation to execute. */
  protected abstract Operation<T> operation();

  protected final OperationExecutor executor() {
    return executor;
  }

  @Override
  public final T execute() {
    return executor.execute(operation(), options());
  }

  @Override
  public final CompletableFuture<T> executeAsync() {
    return executor.executeAsync(operation(), options());
  }

  /** Returns the name of the operation; never its target or body, which may hold personal data. */
  @Override
  public final String toString() {
    return operation().name();
  }
}
