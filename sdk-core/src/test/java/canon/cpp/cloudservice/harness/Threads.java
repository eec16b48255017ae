package canon.cpp.cloudservice.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Runs work on new threads, and waits for the results. */
public final class Threads {
  private Threads() {}

  /** Starts the work on a new thread. */
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

  /** Starts the same work on many threads. */
  public static <T> List<CompletableFuture<T>> start(int count, Supplier<T> work) {
    List<CompletableFuture<T>> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      results.add(start(work));
    }
    return results;
  }

  /** Waits for the latch, or until this thread is interrupted; keeps the interrupt. */
  public static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until a condition holds that other threads are about to fulfil. */
  public static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
