package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Call;

/** A call whose operation is known from the start and does not depend on further options. */
abstract class FixedOperationCall<T, C extends Call<T>> extends OperationCall<T, C> {
  private final Operation<T> operation;

  FixedOperationCall(OperationExecutor executor, Operation<T> operation, CallOptions options) {
    super(executor, options);
    this.operation = operation;
  }

  @Override
  protected final Operation<T> operation() {
    return operation;
  }
}
