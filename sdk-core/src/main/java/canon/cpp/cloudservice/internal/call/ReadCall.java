package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Call;
import canon.cpp.cloudservice.Response;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call without an idempotency key of the caller's choice: a read, or the settlement of a change,
 * which uses the key of that change.
 */
public final class ReadCall<T> extends FixedOperationCall<T, Call<T>> {
  public ReadCall(OperationExecutor executor, Operation<T> operation) {
    this(executor, operation, CallOptions.NONE);
  }

  public ReadCall(OperationExecutor executor, Operation<T> operation, CallOptions options) {
    super(executor, operation, options);
  }

  @Override
  protected Call<T> with(CallOptions changed) {
    return new ReadCall<>(executor(), operation(), changed);
  }

  /** Returns the same read, whose result is empty if the service reports "not found". */
  public ReadCall<Optional<T>> orEmpty() {
    return new ReadCall<>(executor(), operation().orEmpty(), options());
  }

  /** Returns the same read, whose result is made of null if the service reports "not found". */
  public <R> ReadCall<R> orEmpty(Function<@Nullable T, R> result) {
    return new ReadCall<>(executor(), operation().orEmpty(result), options());
  }

  @Override
  public Call<Response<T>> withResponse() {
    return new ReadCall<>(executor(), operation().withResponse(), options());
  }
}
