package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.Response;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A call that changes something, under an idempotency key. */
public final class ChangeCall<T> implements Change<T> {
  private final OperationExecutor caller;
  private final Operation<T> operation;
  private final CallOptions options;

  public ChangeCall(OperationExecutor caller, Operation<T> operation) {
    this(caller, operation, CallOptions.NONE);
  }

  public ChangeCall(OperationExecutor caller, Operation<T> operation, CallOptions options) {
    this.caller = caller;
    this.operation = operation;
    this.options = options;
  }

  @Override
  public Change<T> idempotencyKey(String key) {
    return new ChangeCall<>(caller, operation, options.withIdempotencyKey(key));
  }

  @Override
  public Change<T> timeout(Duration timeout) {
    return new ChangeCall<>(caller, operation, options.withTimeout(timeout));
  }

  @Override
  public Change<T> header(String name, String value) {
    return new ChangeCall<>(caller, operation, options.withHeader(name, value));
  }

  @Override
  public Change<Response<T>> withResponse() {
    return new ChangeCall<>(caller, operation.withResponse(), options);
  }

  @Override
  public T execute() {
    return caller.execute(operation, options);
  }

  @Override
  public CompletableFuture<T> executeAsync() {
    return caller.executeAsync(operation, options);
  }

  /** Shows the operation; never its target or body, which may name a person. */
  @Override
  public String toString() {
    return operation.name();
  }
}
