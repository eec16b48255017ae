package canon.cpp.cloudservice.observe;

import canon.cpp.cloudservice.errors.Attempt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears what a client does, for metrics and traces. Nothing it is told is a secret or names a
 * person.
 *
 * <pre>{@code
 * CallListener meter = new CallListener() {
 *   @Override
 *   public void callEnded(
 *       CallInfo call, List<Attempt> attempts, Duration took, Throwable failure) {
 *     timer(call.operation()).record(took);
 *   }
 * };
 * CloudServiceClient client = CloudServiceClient.builder(address).listener(meter).build();
 * }</pre>
 *
 * <p>Listeners are called in the thread that does the work, so they return quickly. What they throw
 * is logged and otherwise ignored. Methods may be added; all have a default that does nothing.
 */
public interface CallListener {

  /**
   * A call begins.
   *
   * @param call which one
   */
  default void callStarted(CallInfo call) {}

  /**
   * A token provider has answered or failed. Not told for a token that is passed through, or that
   * nobody had to wait for because a {@link canon.cpp.cloudservice.auth.CachingTokenProvider} has
   * it.
   *
   * @param call for which call
   * @param took how long it took
   * @param failure what it threw; null if it gave a token
   */
  default void tokenFetched(CallInfo call, Duration took, @Nullable Throwable failure) {}

  /**
   * An attempt begins.
   *
   * @param call of which call
   * @param number 1 for the first
   */
  default void attemptStarted(CallInfo call, int number) {}

  /**
   * An attempt has ended.
   *
   * @param call of which call
   * @param number 1 for the first
   * @param attempt how it ended, and how long it took
   */
  default void attemptEnded(CallInfo call, int number, Attempt attempt) {}

  /**
   * A call pauses before its next attempt.
   *
   * @param call which one
   * @param pause for how long
   */
  default void backoffStarted(CallInfo call, Duration pause) {}

  /**
   * A call has ended; told once for each call.
   *
   * @param call which one
   * @param attempts its attempts, in order
   * @param took how long it took, pauses and token included
   * @param failure why it failed; null if it has its answer. Cancelling an asynchronous call is a
   *     {@link java.util.concurrent.CancellationException}
   */
  default void callEnded(
      CallInfo call, List<Attempt> attempts, Duration took, @Nullable Throwable failure) {}
}
