package canon.cpp.cloudservice.bulk.internal.job;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs a job in a thread of its own. */
public final class BackgroundJob {
  private BackgroundJob() {}

  /** Starts the work. Cancelling the future interrupts its thread. */
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
            "prismasync-bulk");
    thread.setDaemon(true);
    CompletableFuture<T> unused =
        result.whenComplete(
            (value, failure) -> {
              if (result.isCancelled()) {
                thread.interrupt();
              }
            });
    thread.start();
    return result;
  }
}
