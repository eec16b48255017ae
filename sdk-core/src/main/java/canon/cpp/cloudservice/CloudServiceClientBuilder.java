package canon.cpp.cloudservice;

import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.internal.concurrent.ClientThreads;
import canon.cpp.cloudservice.internal.concurrent.SystemTimer;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.http.UserAgent;
import canon.cpp.cloudservice.internal.json.JacksonVersion;
import canon.cpp.cloudservice.internal.observe.ClientObservation;
import canon.cpp.cloudservice.internal.observe.TraceparentSource;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.ClientLifecycle;
import canon.cpp.cloudservice.internal.run.DefaultRandom;
import canon.cpp.cloudservice.internal.run.Identity;
import canon.cpp.cloudservice.internal.run.RetryBudget;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Builds a {@link CloudServiceClient}.
 *
 * <pre>{@code
 * CloudServiceClient client =
 *     CloudServiceClient.builder(URI.create("https://cloud-service.example"))
 *         .transport(network)
 *         .appInfo("SettingsEditor/2.3")
 *         .timeout(Duration.ofSeconds(20))
 *         .build();
 * }</pre>
 */
public final class CloudServiceClientBuilder {
  private static final int THREADS = 8;

  private final URI address;
  private @Nullable HttpTransport transport;
  private String appInfo = "";
  private Duration timeout = Duration.ofSeconds(30);
  private RetryPolicy retryPolicy = RetryPolicy.standard();
  private Set<String> scopes = Collections.emptySet();
  private @Nullable Timer timer;
  private @Nullable Executor executor;
  private Clock clock = Clock.systemUTC();
  private Random random = new DefaultRandom();

  private final List<CallListener> listeners = new ArrayList<>();
  private boolean revealAddresses;
  private @Nullable TraceparentSource traces;
  private boolean requiresEcho;

  CloudServiceClientBuilder(URI serviceAddress) {
    this.address = Urls.serviceAddress(serviceAddress);
  }

  /**
   * Sets the transport. The default is {@link HttpTransport#jdk()} with its defaults. The client
   * does not close a transport that is set here.
   *
   * @param transport the transport
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder transport(HttpTransport transport) {
    this.transport = requireNonNull(transport, "transport");
    return this;
  }

  /**
   * Identifies the program to the operator of the service, in the {@code User-Agent} header.
   *
   * @param nameAndVersion such as {@code SettingsEditor/2.3}
   * @return this builder
   * @throws IllegalArgumentException if it has characters that are not visible ASCII or spaces
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder appInfo(String nameAndVersion) {
    this.appInfo = UserAgent.checkAppInfo(nameAndVersion);
    return this;
  }

  /**
   * Sets the timeout of calls that do not set one themselves. The default is 30 seconds.
   *
   * @param timeout a positive duration
   * @return this builder
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder timeout(Duration timeout) {
    this.timeout = positive("timeout", timeout);
    return this;
  }

  /**
   * Sets when failed attempts are retried. The default is {@link RetryPolicy#standard()}.
   *
   * @param policy the policy
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder retryPolicy(RetryPolicy policy) {
    this.retryPolicy = requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Registers a listener for calls, attempts, backoff pauses and token requests, for metrics and
   * traces.
   *
   * @param listener the listener
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder listener(CallListener listener) {
    listeners.add(requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Joins calls to the trace of the host. The function is asked once for each call, on the thread
   * that starts it, before listeners are notified; there it can read the current span, or start one
   * that {@link CallListener#callEnded} ends. The call then sends what it returns:
   *
   * <pre>{@code
   * .traceparent(call -> {
   *   SpanContext span = Span.current().getSpanContext();
   *   return span.isValid()
   *       ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + span.getTraceFlags().asHex()
   *       : null;
   * })
   * }</pre>
   *
   * <p>If it returns null, throws, or returns something else than a traceparent of W3C Trace
   * Context, the call starts a trace of its own, which is marked as sampled. It is not asked for a
   * call or list to which a header {@code traceparent} was added. Pages of a publisher are fetched
   * on threads of the client.
   *
   * @param source returns the current trace context; null if there is none
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder traceparent(Function<CallInfo, @Nullable String> source) {
    this.traces = new TraceparentSource(requireNonNull(source, "source"));
    return this;
  }

  /**
   * Allows the log at TRACE to show paths and filters as they are sent. They contain e-mail
   * addresses, which are not logged otherwise. Tokens, proofs and bodies are never logged.
   *
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder revealAddressesInLog() {
    revealAddresses = true;
    return this;
  }

  /**
   * Requires that each response carries the id of its attempt, in the header {@code Attempt-Id}. A
   * response with the id of another attempt is never accepted. One without an id is accepted if
   * this is not set, because a gateway may remove the header; a gateway that shifts the responses
   * of a connection then remains unnoticed if it removes the header too.
   *
   * <p>If this is set, a successful response without the id fails with {@link
   * canon.cpp.cloudservice.errors.MalformedResponseException}, and any other response without it
   * leaves the outcome unknown.
   *
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder requireEcho() {
    requiresEcho = true;
    return this;
  }

  /**
   * Sets the scopes to request from token providers. The default is the provider's own scopes.
   *
   * @param scopes the scopes
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder scopes(Set<String> scopes) {
    this.scopes = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    return this;
  }

  /**
   * Sets the source of time and delays. The default is the time of the machine, on a thread of the
   * client.
   *
   * @param timer the timer; not closed by the client
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder timer(Timer timer) {
    this.timer = requireNonNull(timer, "timer");
    return this;
  }

  /**
   * Sets the wall clock, which is needed to interpret dates of the service. The default is the
   * clock of the machine.
   *
   * @param clock the clock
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder clock(Clock clock) {
    this.clock = requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets the source of randomness for backoff, idempotency keys, and the ids of attempts and
   * traces. By default, keys are taken from a {@link SecureRandom}, and all others from {@link
   * ThreadLocalRandom}. Keys must never repeat, so set another source in tests only.
   *
   * @param random the source of randomness; thread-safe, as {@link Random} is
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder random(Random random) {
    this.random = requireNonNull(random, "random");
    return this;
  }

  /**
   * Sets the executor that completes asynchronous calls and runs token providers. The default is 8
   * daemon threads of the client for each of the two. A token provider may block its thread, so the
   * executor needs threads to spare for them.
   *
   * @param executor the executor; not closed by the client
   * @return this builder
   */
  @CanIgnoreReturnValue
  public CloudServiceClientBuilder executor(Executor executor) {
    this.executor = requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Builds the client. The caller closes it.
   *
   * @return a client without an account; create a view of it to make calls
   * @throws IllegalStateException if the class path has a Jackson that is too old
   */
  public CloudServiceClient build() {
    JacksonVersion.check();
    ClientLifecycle lifecycle = new ClientLifecycle();
    Made made = new Made(lifecycle);
    HttpTransport way = transport == null ? made.keep(HttpTransport.jdk().build()) : transport;
    Timer time = timer == null ? made.keep(new SystemTimer("client-timer")) : timer;
    Executor threads =
        executor == null ? made.keep(new ClientThreads("client", THREADS)) : executor;
    Executor tokenThreads =
        executor == null ? made.keep(new ClientThreads("token", THREADS)) : executor;
    ClientContext parts =
        new ClientContext(
            address,
            way,
            retryPolicy,
            new RetryBudget(),
            timeout,
            requiresEcho,
            scopes,
            UserAgent.of(appInfo),
            time,
            clock,
            random,
            threads,
            tokenThreads,
            lifecycle,
            ClientObservation.of(listeners, revealAddresses),
            traces);
    return new CloudServiceClient(parts, new Identity(null), made);
  }

  /**
   * Closes the client, and what it created itself: the transport first, because its closing ends
   * calls in flight.
   */
  private static final class Made implements Runnable {
    private final ClientLifecycle lifecycle;
    private final List<AutoCloseable> parts = new ArrayList<>();

    private Made(ClientLifecycle lifecycle) {
      this.lifecycle = lifecycle;
    }

    <T extends AutoCloseable> T keep(T part) {
      parts.add(part);
      return part;
    }

    @Override
    public void run() {
      if (!lifecycle.close()) {
        return;
      }
      for (AutoCloseable part : parts) {
        try {
          part.close();
        } catch (Exception e) {
          throw new IllegalStateException("A part of the client could not be closed", e);
        }
      }
    }
  }
}
