package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Brings what happens on other threads to the thread of the job. */
final class Events {
  private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private final Timer timer;
  private int inFlight;

  Events(Timer timer) {
    this.timer = timer;
  }

  /** Returns the number of calls that have not finished. */
  int inFlight() {
    return inFlight;
  }

  /** Handles the result of a call on the thread of the job. */
  <T> void await(CompletableFuture<T> call, Consumer<T> onResult, Consumer<Throwable> onFailure) {
    inFlight++;
    CompletableFuture<T> unused =
        call.whenComplete(
            (result, failure) ->
                queue.add(
                    () -> {
                      inFlight--;
                      if (failure == null) {
                        onResult.accept(result);
                      } else {
                        onFailure.accept(failure);
                      }
                    }));
  }

  /** Handles an event after a delay. */
  void after(Duration delay, Runnable event) {
    CompletableFuture<Void> unused =
        timer.pause(delay).whenComplete((done, failure) -> queue.add(event));
  }

  /** Waits for an event, and handles it and those that follow without waiting. */
  void handle() throws InterruptedException {
    Runnable event = queue.take();
    while (event != null) {
      event.run();
      event = queue.poll();
    }
  }
}
