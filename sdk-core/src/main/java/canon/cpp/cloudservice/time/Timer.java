package canon.cpp.cloudservice.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * The passing of time, as an input: everything in this library that waits, waits here.
 *
 * <p>A client makes its own unless it is given one. Tests give one that does not wait:
 *
 * <pre>{@code
 * CloudServiceClient client = CloudServiceClient.builder(address).timer(fake.clock()).build();
 * }</pre>
 *
 * <p>An implementation is safe for use by many threads.
 */
public interface Timer {

  /**
   * The time elapsed since some fixed moment, never running backwards and not touched by somebody
   * setting the machine's clock.
   *
   * @return nanoseconds
   */
  long nanoTime();

  /**
   * A pause that somebody sits out, such as the one before a second attempt. A simulated timer may
   * let its time jump to the end of the pause.
   *
   * @param duration how long, zero or more
   * @return completes when the pause is over; cancelling it releases what it holds
   */
  CompletableFuture<Void> pause(Duration duration);

  /**
   * An alarm for work that may take too long; usually cancelled before it goes off. A simulated
   * timer lets it go off only when its time has come.
   *
   * @param duration how long, zero or more
   * @return completes when the time is over; cancelling it releases what it holds
   */
  CompletableFuture<Void> timeout(Duration duration);
}
