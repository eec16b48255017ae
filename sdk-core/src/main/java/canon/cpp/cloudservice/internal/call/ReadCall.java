package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A call whose idempotency key nobody chooses: it has none, or settles a change under that one's.
 */
public final class ReadCall<T> implements Call<T> {
  private final OperationExecutor caller;
  private final Operation<T> operation;
  private final CallOptions options;

  public ReadCall(OperationExecutor caller, Operation<T> operation) {
    this(caller, operation, CallOptions.NONE);
  }

  public ReadCall(OperationExecutor caller, Operation<T> operation, CallOptions options) {
    this.caller = caller;
    this.operation = operation;
    this.options = options;
  }

  /** The same read, with "there is none" as an answer. */
  public ReadCall<Optional<T>> orEmpty() {
    return new ReadCall<>(caller, operation.orEmpty(), options);
  }

  @Override
  public Call<T> timeout(Duration timeout) {
    return new ReadCall<>(caller, operation, options.withTimeout(timeout));
  }

  @Override
  public Call<T> header(String name, String value) {
    return new ReadCall<>(caller, operation, options.withHeader(name, value));
  }

  @Override
  public Call<Response<T>> withResponse() {
    return new ReadCall<>(caller, operation.withResponse(), options);
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
