package canon.cpp.cloudservice.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import canon.cpp.cloudservice.Call;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The two ways of executing a call. A test that takes one as a parameter runs with both. */
public enum ExecutionMode {
  BLOCKING {
    @Override
    public <T> T execute(Call<T> call) {
      return call.execute();
    }

    @Override
    public <T> CompletableFuture<T> start(Call<T> call) {
      CompletableFuture<T> result = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  result.complete(call.execute());
                } catch (RuntimeException | Error e) {
                  result.completeExceptionally(e);
                }
              },
              "blocking-caller");
      thread.setDaemon(true);
      thread.start();
      return result;
    }
  },

  ASYNC {
    @Override
    public <T> T execute(Call<T> call) {
      return outcome(call.executeAsync());
    }

    @Override
    public <T> CompletableFuture<T> start(Call<T> call) {
      return call.executeAsync();
    }
  };

  /** Executes the call and waits; fails with the exception itself, not with a wrapper. */
  public abstract <T> T execute(Call<T> call);

  /** Starts the call without blocking this thread. */
  public abstract <T> CompletableFuture<T> start(Call<T> call);

  /** Executes a call that fails, and returns its exception. */
  public <E extends Throwable> E failure(Class<E> type, Call<?> call) {
    Throwable failure = catchThrowable(() -> execute(call));
    assertThat(failure).isInstanceOf(type);
    return type.cast(failure);
  }

  /** Waits for a call that was started. */
  public static <T> T outcome(CompletableFuture<T> result) {
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Waits for the failure of a call that was started. */
  public static <E extends Throwable> E failure(Class<E> type, CompletableFuture<?> result) {
    Throwable failure = catchThrowable(() -> outcome(result));
    assertThat(failure).isInstanceOf(type);
    return type.cast(failure);
  }
}
