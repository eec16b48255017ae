package canon.cpp.cloudservice.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Time as an input: everything in this library that waits uses a timer.
 *
 * <p>A client creates its own unless one is set. Tests set one that does not wait:
 *
 * <pre>{@code
 * CloudServiceClient client = CloudServiceClient.builder(address).timer(fake.clock()).build();
 * }</pre>
 *
 * <p>An implementation must be thread-safe.
 */
public interface Timer {

  /**
   * Returns the time elapsed since an arbitrary origin. It never runs backwards and does not depend
   * on the wall clock.
   *
   * @return nanoseconds
   */
  long nanoTime();

  /**
   * Starts a delay that a call waits for, such as the backoff before a second attempt. A simulated
   * timer may advance its time to the end of the delay.
   *
   * @param duration the duration, zero or more
   * @return a future that completes at the end of the delay; cancelling it frees its resources
   */
  CompletableFuture<Void> pause(Duration duration);

  /**
   * Starts a timeout for work that may take too long. It is usually cancelled. A simulated timer
   * completes it only when its time has come.
   *
   * @param duration the duration, zero or more
   * @return a future that completes at the end of the timeout; cancelling it frees its resources
   */
  CompletableFuture<Void> timeout(Duration duration);
}
