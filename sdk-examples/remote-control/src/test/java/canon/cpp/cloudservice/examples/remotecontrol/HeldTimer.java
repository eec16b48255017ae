package canon.cpp.cloudservice.examples.remotecontrol;

import canon.cpp.cloudservice.time.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A timer that stands still. Its delays end when the test says so. */
final class HeldTimer implements Timer {
  private final CompletableFuture<Void> waiting = new CompletableFuture<>();
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  /** Returns a future that completes when something waits for a delay. */
  CompletableFuture<Void> waiting() {
    return waiting.copy();
  }

  /** Ends all delays, now and later. */
  void endDelays() {
    end.complete(null);
  }

  @Override
  public long nanoTime() {
    return 0;
  }

  @Override
  public CompletableFuture<Void> pause(Duration duration) {
    waiting.complete(null);
    return end.copy();
  }

  @Override
  public CompletableFuture<Void> timeout(Duration duration) {
    return new CompletableFuture<>();
  }
}
