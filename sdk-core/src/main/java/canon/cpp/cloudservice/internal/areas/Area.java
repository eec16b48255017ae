package canon.cpp.cloudservice.internal.areas;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.ChangeCall;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ReadCall;
import canon.cpp.cloudservice.internal.call.WaitCall;
import canon.cpp.cloudservice.internal.call.WaitOperation;
import java.util.function.Predicate;

/** What all areas share: the executor of their calls. */
abstract class Area {
  private final OperationExecutor executor;

  Area(OperationExecutor executor) {
    this.executor = executor;
  }

  final OperationExecutor executor() {
    return executor;
  }

  final <T> ReadCall<T> read(Operation<T> operation) {
    return new ReadCall<>(executor, operation);
  }

  final <T> Call<T> await(Operation<T> read, Predicate<T> condition, String unmet) {
    return new WaitCall<>(executor, WaitOperation.of(read, condition, unmet), CallOptions.NONE);
  }

  final <T> Change<T> change(Operation<T> operation) {
    return new ChangeCall<>(executor, operation);
  }
}
