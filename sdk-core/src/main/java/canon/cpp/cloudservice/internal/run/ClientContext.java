package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.internal.observe.ClientObservation;
import canon.cpp.cloudservice.internal.observe.TraceparentSource;
import canon.cpp.cloudservice.observe.CallListener;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What all views of one client share.
 *
 * @param address the service's address, without a slash at its end
 * @param timeout the timeout of a call that has none of its own
 * @param requiresEcho whether a response has to carry the id of its attempt
 * @param clock the wall clock, for dates that the service sends
 * @param executor where asynchronous calls continue
 * @param tokenExecutor where token providers may block, without delaying other calls
 * @param traces joins calls to the host's trace; null if the host has none
 */
public record ClientContext(
    URI address,
    HttpTransport transport,
    RetryPolicy retryPolicy,
    RetryBudget retryBudget,
    Duration timeout,
    boolean requiresEcho,
    Set<String> scopes,
    String userAgent,
    Timer timer,
    Clock clock,
    Random random,
    Executor executor,
    Executor tokenExecutor,
    ClientLifecycle lifecycle,
    ClientObservation observation,
    @Nullable TraceparentSource traces) {

  /** Returns the same client for calls that are not retried and do not affect the retry budget. */
  public ClientContext withoutRetries() {
    return with(RetryPolicy.none(), new RetryBudget(), executor, observation);
  }

  /** Returns the same client, whose calls continue on another executor. */
  public ClientContext withExecutor(Executor changed) {
    return with(retryPolicy, retryBudget, changed, observation);
  }

  /** Returns the same client, whose calls notify another listener. */
  public ClientContext withListener(CallListener listener) {
    return with(retryPolicy, retryBudget, executor, observation.withListener(listener));
  }

  private ClientContext with(
      RetryPolicy policy, RetryBudget budget, Executor callExecutor, ClientObservation observer) {
    return new ClientContext(
        address,
        transport,
        policy,
        budget,
        timeout,
        requiresEcho,
        scopes,
        userAgent,
        timer,
        clock,
        random,
        callExecutor,
        tokenExecutor,
        lifecycle,
        observer,
        traces);
  }
}
