package canon.cpp.cloudservice.observe;

import canon.cpp.cloudservice.errors.Attempt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is notified of the events of a client, for metrics and traces. Events contain no secret and name
 * no person.
 *
 * <pre>{@code
 * CallListener meter = new CallListener() {
 *   @Override
 *   public void callEnded(
 *       CallInfo call, List<Attempt> attempts, Duration duration, Throwable failure) {
 *     timer(call.operation()).record(duration);
 *   }
 * };
 * CloudServiceClient client = CloudServiceClient.builder(address).listener(meter).build();
 * }</pre>
 *
 * <p>The events of one call arrive one at a time and in this order: {@code callStarted}; for each
 * attempt {@code tokenFetched} if a provider was asked, {@code attemptStarted}, {@code
 * attemptEnded}, and {@code backoffStarted} if another attempt follows after a delay; {@code
 * callEnded}. Events of different calls arrive at the same time.
 *
 * <p>Threads: a blocking call notifies its listeners on the thread of the caller, so that
 * thread-bound context, such as a logging context, is in place; a listener that hangs holds the
 * call. An asynchronous call notifies them on the client's executor. A listener that hangs there
 * does not hold the call: at its deadline the future completes, and the remaining events follow
 * when the listener returns. If the executor rejects tasks, the thread that ends the call notifies
 * them.
 *
 * <p>Whatever a listener throws, errors included, affects neither the call nor other listeners. The
 * first failure of each listener is logged. All methods have a default that does nothing; methods
 * may be added.
 */
public interface CallListener {

  /**
   * Called when a call starts.
   *
   * @param call the call
   */
  default void callStarted(CallInfo call) {}

  /**
   * Called when a token provider has returned or failed. Not called for a token that is passed
   * through, or that a {@link canon.cpp.cloudservice.auth.CachingTokenProvider} has cached.
   *
   * @param call the call
   * @param duration how long it took
   * @param failure what the provider threw; null if it returned a token
   */
  default void tokenFetched(CallInfo call, Duration duration, @Nullable Throwable failure) {}

  /**
   * Called when an attempt starts.
   *
   * @param call the call
   * @param number 1 for the first attempt
   */
  default void attemptStarted(CallInfo call, int number) {}

  /**
   * Called when an attempt has ended.
   *
   * @param call the call
   * @param number 1 for the first attempt
   * @param attempt the attempt, with its result and duration
   */
  default void attemptEnded(CallInfo call, int number, Attempt attempt) {}

  /**
   * Called when a call waits before its next attempt.
   *
   * @param call the call
   * @param delay the duration of the backoff
   */
  default void backoffStarted(CallInfo call, Duration delay) {}

  /**
   * Called once when a call has ended.
   *
   * @param call the call
   * @param attempts the attempts in order
   * @param duration how long the call took, including backoff and waiting for a token
   * @param failure why the call failed; null if it succeeded. A cancelled asynchronous call has a
   *     {@link java.util.concurrent.CancellationException}
   */
  default void callEnded(
      CallInfo call, List<Attempt> attempts, Duration duration, @Nullable Throwable failure) {}
}
