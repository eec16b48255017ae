package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.internal.observe.ClientObservation;
import canon.cpp.cloudservice.internal.observe.TraceparentSource;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What all views of one client share.
 *
 * @param address the service's address, without a slash at its end
 * @param timeout the time of a call that names none
 * @param clock the wall clock, for dates that the service sends
 * @param executor where asynchronous calls go on
 * @param tokenExecutor where token providers may block, without keeping calls from going on
 * @param traces joins calls to the host's trace
 */
public record ClientContext(
    URI address,
    HttpTransport transport,
    RetryPolicy retryPolicy,
    RetryBudget retryBudget,
    Duration timeout,
    Set<String> scopes,
    String userAgent,
    Timer timer,
    Clock clock,
    Random random,
    Executor executor,
    Executor tokenExecutor,
    ClientLifecycle life,
    ClientObservation observation,
    TraceparentSource traces) {}
