package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.Response;

/** A call that changes state, under an idempotency key. */
public final class ChangeCall<T> extends FixedOperationCall<T, Change<T>> implements Change<T> {
  public ChangeCall(OperationExecutor executor, Operation<T> operation) {
    this(executor, operation, CallOptions.NONE);
  }

  public ChangeCall(OperationExecutor executor, Operation<T> operation, CallOptions options) {
    super(executor, operation, options);
  }

  @Override
  protected Change<T> with(CallOptions changed) {
    return new ChangeCall<>(executor(), operation(), changed);
  }

  @Override
  public Change<T> idempotencyKey(String key) {
    return with(options().withIdempotencyKey(key));
  }

  @Override
  public Change<Response<T>> withResponse() {
    return new ChangeCall<>(executor(), operation().withResponse(), options());
  }
}
