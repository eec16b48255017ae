package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.FieldError;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.SecretMask;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import canon.cpp.cloudservice.internal.call.ServiceResponse.Echo;
import canon.cpp.cloudservice.internal.call.UnsettledChange;
import canon.cpp.cloudservice.internal.http.AttemptEcho;
import canon.cpp.cloudservice.internal.http.RetryAfter;
import canon.cpp.cloudservice.internal.run.RetryRules.Decision;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of one call. It never blocks and never runs code of the host, except in {@link
 * #deliverEvents}; the drivers wait.
 *
 * <p>One thread at a time works with it. Only {@link #deadlineExceeded()}, {@link #clientClosed()},
 * {@link #executorFailed}, {@link #unsent}, {@link #end} and {@link #deliverEvents} may be called
 * by another thread.
 */
final class Execution<T> {
  private final ClientContext client;
  private final Identity identity;
  private final Operation<T> operation;
  private final CallOptions options;
  private final RequestBuilder requests;
  private final RetryRules retries;
  private final Credentials credentials;
  private final Deadline deadline;
  private final Instant startedAt;
  private final @Nullable String idempotencyKey;
  private final AttemptIds attemptIds;
  private final CallMonitor monitor;

  private Duration tokenRequestedAt = Duration.ZERO;
  private @Nullable HttpRequest request;
  private volatile boolean awaitsToken;

  Execution(ClientContext client, Identity identity, Operation<T> operation, CallOptions options) {
    this.client = client;
    this.identity = identity;
    this.operation = operation;
    this.options = options;
    this.requests = new RequestBuilder(client);
    RetryPolicy ownPolicy = options.retryPolicy();
    RetryPolicy policy = ownPolicy == null ? client.retryPolicy() : ownPolicy;
    this.retries = new RetryRules(policy, client.retryBudget(), client.random());
    this.credentials = new Credentials(client.scopes(), identity.canRefresh());
    Duration timeout = options.timeout();
    this.deadline = new Deadline(client.timer(), timeout == null ? client.timeout() : timeout);
    this.startedAt = client.clock().instant();
    this.idempotencyKey = chooseKey(client, operation, options);
    this.attemptIds = new AttemptIds(client.random());
    CallInfo call =
        requests.trace(operation.name(), operation.id().description(), idempotencyKey, options);
    this.monitor = new CallMonitor(client.observation(), call, deadline);
    if (policy.maxAttempts() > 1) {
      client.retryBudget().deposit();
    }
  }

  private static @Nullable String chooseKey(
      ClientContext client, Operation<?> operation, CallOptions options) {
    if (!operation.id().isChange()) {
      return null;
    }
    String own = options.idempotencyKey();
    return own != null ? own : RequestBuilder.newIdempotencyKey(client.random());
  }

  /** Returns the timeout of the whole call. */
  Duration timeout() {
    return deadline.timeout();
  }

  /** Returns the time before the deadline, zero if it is exceeded. */
  Duration remaining() {
    Duration remaining = deadline.remaining();
    return remaining.isNegative() ? Duration.ZERO : remaining;
  }

  /** Notifies the listeners of what has happened since the last time. They may block. */
  void deliverEvents() {
    monitor.deliver();
  }

  /**
   * Returns the request to the token provider for the next attempt.
   *
   * @throws CloudServiceException if the request is invalid, or the call has ended
   */
  TokenRequest tokenRequest() {
    FieldError invalid = operation.invalid();
    if (invalid != null) {
      throw new InvalidRequestException(report(), invalid);
    }
    TokenRequest tokenRequest = credentials.request(timeLeft());
    awaitsToken = true;
    return tokenRequest;
  }

  /** Returns the token if it is available without waiting, otherwise null. */
  @Nullable AccessToken readyToken(TokenRequest tokenRequest) {
    return identity.readyToken(tokenRequest);
  }

  /**
   * Asks the token provider, on another thread if it may block. Cancelling the future withdraws the
   * request if the provider was not asked yet.
   *
   * @throws CloudServiceException if the executor fails
   */
  CompletableFuture<AccessToken> fetchToken(TokenRequest tokenRequest) {
    tokenRequestedAt = deadline.elapsed();
    try {
      return identity.fetch(tokenRequest, client.tokenExecutor());
    } catch (RejectedExecutionException e) {
      throw executorFailed(e);
    }
  }

  /** Notes that the token provider has returned, or failed. */
  void tokenFetched(@Nullable Throwable failure) {
    monitor.tokenFetched(tokenRequestedAt, failure);
  }

  /** Makes the token provider forget the account. May block; never fails. */
  void forgetAccount() {
    identity.forget();
  }

  /**
   * Starts an attempt.
   *
   * @throws CloudServiceException if it must not be made
   */
  void start(AccessToken token) {
    credentials.use(token);
    if (!requests.maySend(token)) {
      throw CallErrors.foreignToken(report());
    }
    awaitsToken = false;
    if (!monitor.start()) {
      throw deadlineExceeded();
    }
  }

  /**
   * Returns the request of the attempt, which is sent next.
   *
   * @throws CloudServiceException if the call has ended
   */
  HttpRequest request() {
    Duration remaining = timeLeft();
    HttpRequest next =
        requests
            .build(
                operation,
                options,
                idempotencyKey,
                monitor.traceparent(),
                attemptIds.next(),
                credentials.current(),
                remaining)
            .withResponseTimeout(
                retries.responseTimeout(monitor.count(), deadline.timeout(), remaining));
    request = next;
    client.observation().sending(operation, next);
    if (!monitor.send()) {
      throw deadlineExceeded();
    }
    return next;
  }

  /** Returns the number of the attempt in flight, from 1. */
  int attempt() {
    return monitor.count() + 1;
  }

  /** Notes that the request of an attempt in flight is not sent, and will not be. */
  void unsent(int attempt) {
    monitor.unsent(attempt);
  }

  /** Ends an attempt with a response. */
  Step<T> received(HttpResponse response) {
    if (request != null && AttemptEcho.isForeign(request, response.headers())) {
      // Whatever else arrives on this connection belongs to other requests, too.
      response.discardConnection();
      return failed(AttemptEcho.foreignResponse(null));
    }
    ServiceResponse answer =
        ServiceResponse.of(response, monitor.count() + 1, echo(response), secrets());
    client.observation().received(operation, answer.http());
    if (operation.accepts().test(answer)) {
      return read(answer);
    }
    record(answer, "", answer.outcome());
    Duration retryAfter = RetryAfter.read(response.headers(), client.clock());
    if (credentials.helpAgainst(answer)) {
      credentials.reject(CallErrors.notAccepted(report(), answer, retryAfter, ""));
      return new Step.Retry<>(Duration.ZERO);
    }
    String reason = "";
    if (answer.isRetryable()) {
      Decision decision = decide(retryAfter);
      if (decision.delay() != null) {
        return retry(decision.delay());
      }
      reason = decision.reason();
    }
    return new Step.Failed<>(CallErrors.notAccepted(report(), answer, retryAfter, reason));
  }

  private Echo echo(HttpResponse response) {
    if (request != null && AttemptEcho.matches(request, response.headers())) {
      return Echo.PRESENT;
    }
    return client.requiresEcho() ? Echo.REQUIRED : Echo.MISSING;
  }

  private SecretMask secrets() {
    SecretMask ofToken = identity.secretsOf(credentials.current());
    String other = operation.secret();
    return other == null ? ofToken : ofToken.with(other);
  }

  private Step<T> read(ServiceResponse answer) {
    try {
      T value = operation.reader().apply(answer);
      record(answer, "", Outcome.COMPLETED);
      return new Step.Done<>(value, operation.endsSession(answer));
    } catch (RuntimeException e) {
      record(answer, " malformed", Outcome.UNKNOWN);
      return new Step.Failed<>(CallErrors.malformed(report(), answer, e));
    }
  }

  private void record(ServiceResponse answer, String addition, Outcome outcome) {
    monitor.received(
        answer.status() + addition,
        outcome,
        answer.status(),
        ServiceResponse.requestId(answer.http()));
  }

  /** Ends an attempt without a response. */
  Step<T> failed(Throwable thrown) {
    HttpTransportException failure =
        thrown instanceof HttpTransportException known ? known : brokenTransport(thrown);
    monitor.failed(
        String.valueOf(failure.getMessage()),
        failure.mayHaveBeenSent() ? Outcome.UNKNOWN : Outcome.NOT_SENT);
    if (client.lifecycle().isClosed()) {
      return new Step.Failed<>(clientClosed());
    }
    String reason = "";
    if (CallErrors.isTransient(failure.reason())) {
      if (deadline.isExceeded()) {
        return new Step.Failed<>(deadlineExceeded());
      }
      Decision decision = decide(null);
      if (decision.delay() != null) {
        return retry(decision.delay());
      }
      reason = decision.reason();
    }
    return new Step.Failed<>(CallErrors.noResponse(report(), failure, reason));
  }

  private Decision decide(@Nullable Duration retryAfter) {
    return retries.afterFailure(monitor.count(), retryAfter, deadline.remaining());
  }

  private Step<T> retry(Duration delay) {
    monitor.backoffStarted(delay);
    return new Step.Retry<>(delay);
  }

  private static HttpTransportException brokenTransport(Throwable thrown) {
    return new HttpTransportException(
        Reason.MALFORMED_RESPONSE,
        true,
        "the transport failed with " + thrown.getClass().getSimpleName(),
        thrown);
  }

  /** Returns the failure of a call that obtained no token. */
  CloudServiceException noToken(Throwable failure) {
    return CallErrors.noToken(report(), failure);
  }

  /** Returns the failure after the deadline. */
  CloudServiceException deadlineExceeded() {
    if (client.lifecycle().isClosed()) {
      // The timer of a closed client completes all its futures.
      return clientClosed();
    }
    monitor.close("no response in time");
    return CallErrors.deadlineExceeded(report(), awaitsToken);
  }

  /** Returns the failure after the client was closed. */
  CloudServiceException clientClosed() {
    return clientClosed(null);
  }

  CloudServiceException clientClosed(@Nullable InterruptedException cause) {
    monitor.close("client closed");
    return CallErrors.clientClosed(report(), cause);
  }

  /** Returns the failure if the client's executor rejects a task, or throws. */
  CloudServiceException executorFailed(Throwable cause) {
    monitor.close("abandoned");
    return CallErrors.executorFailed(report(), cause);
  }

  /** Returns the failure after the waiting thread was interrupted. */
  CloudServiceException interrupted(InterruptedException cause) {
    monitor.close("interrupted");
    return CallErrors.interrupted(report(), cause);
  }

  /** Ends the call, with or without a failure. No further attempt is allowed. */
  void end(@Nullable Throwable failure) {
    monitor.end(failure);
  }

  private Duration timeLeft() {
    if (client.lifecycle().isClosed()) {
      throw clientClosed();
    }
    Duration remaining = deadline.remaining();
    if (Deadline.isExceeded(remaining)) {
      throw deadlineExceeded();
    }
    return remaining;
  }

  private CallReport report() {
    CallReport report =
        new CallReport(
            operation.name(),
            operation.id().description(),
            idempotencyKey,
            monitor.attempts(),
            deadline.elapsed(),
            deadline.timeout(),
            options.progress());
    return UnsettledChange.settleable(
        report, new DefaultOperationExecutor(client, identity), operation, options, this::age);
  }

  /** A monotonic clock may stop while the machine sleeps, and the wall clock may be set back. */
  private Duration age() {
    Duration byWallClock = Duration.between(startedAt, client.clock().instant());
    Duration elapsed = deadline.elapsed();
    return byWallClock.compareTo(elapsed) > 0 ? byWallClock : elapsed;
  }
}
