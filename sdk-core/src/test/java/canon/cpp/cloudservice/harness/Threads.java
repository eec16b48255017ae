package canon.cpp.cloudservice.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Work in threads of its own, and waiting for what they come to. */
public final class Threads {
  private Threads() {}

  /** Starts the work in a new thread. */
  public static <T> CompletableFuture<T> start(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(work.get());
              } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
              }
            },
            "test-work");
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  /** Starts the same work in many threads. */
  public static <T> List<CompletableFuture<T>> start(int count, Supplier<T> work) {
    List<CompletableFuture<T>> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      results.add(start(work));
    }
    return results;
  }

  /** Waits for the latch, or until this thread is interrupted, which it stays. */
  public static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until something is so, which other threads are about to bring about. */
  public static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
