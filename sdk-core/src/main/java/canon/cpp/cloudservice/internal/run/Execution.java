package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.Attempt;
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
import canon.cpp.cloudservice.internal.call.Operation.Safety;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import canon.cpp.cloudservice.internal.call.UnsettledChange;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.internal.http.RetryAfter;
import canon.cpp.cloudservice.internal.run.RetryRules.Verdict;
import canon.cpp.cloudservice.observe.CallInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a call: what it knows, and all its thinking. It never waits; a driver does.
 *
 * <p>One thread at a time works with it. Only {@link #outOfTime()}, {@link #clientClosed()} and
 * {@link #end} may come from another one.
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
  private final Instant begunAt;
  private final @Nullable String idempotencyKey;

  private final AttemptLog attempts;
  private final CallEvents watch;

  private volatile boolean awaitsToken;

  Execution(ClientContext client, Identity identity, Operation<T> operation, CallOptions options) {
    this.client = client;
    this.identity = identity;
    this.operation = operation;
    this.options = options;
    this.requests = new RequestBuilder(client);
    this.retries = new RetryRules(client.retryPolicy(), client.retryBudget(), client.random());
    this.credentials = new Credentials(client.scopes(), identity.canRefresh());
    Duration timeout = options.timeout();
    this.deadline = new Deadline(client.timer(), timeout == null ? client.timeout() : timeout);
    this.begunAt = client.clock().instant();
    this.attempts = new AttemptLog(deadline);
    this.idempotencyKey = chooseKey(client, operation, options);
    client.retryBudget().payIn();
    CallInfo call = requests.trace(operation.name(), operation.shown(), idempotencyKey, options);
    this.watch = new CallEvents(client.observation().listeners(), call, deadline);
  }

  private static @Nullable String chooseKey(
      ClientContext client, Operation<?> operation, CallOptions options) {
    if (operation.safety() == Safety.SAFE) {
      return null;
    }
    String own = options.idempotencyKey();
    return own != null ? own : RequestBuilder.newIdempotencyKey(client.random());
  }

  Deadline deadline() {
    return deadline;
  }

  /**
   * What to ask of the token provider for the next attempt.
   *
   * @throws CloudServiceException if the request is invalid, or there is no time for one
   */
  TokenRequest tokenRequest() {
    FieldError invalid = operation.invalid();
    if (invalid != null) {
      throw new InvalidRequestException(report(), invalid);
    }
    TokenRequest request = credentials.request(timeLeft());
    awaitsToken = true;
    return request;
  }

  /**
   * Asks the token provider; not in this thread, if it may block. Listeners hear of it first.
   *
   * @throws CloudServiceException if no other thread takes it
   */
  CompletableFuture<AccessToken> fetchToken(TokenRequest request) {
    Duration askedAt = deadline.elapsed();
    CompletableFuture<AccessToken> asked;
    try {
      asked = identity.fetch(request, client.tokenExecutor());
    } catch (RejectedExecutionException e) {
      throw noThread(e);
    }
    CompletableFuture<AccessToken> told =
        asked.whenComplete(
            (given, failure) ->
                watch.tokenFetched(askedAt, failure == null ? null : Futures.cause(failure)));
    // Whoever gives up waiting takes the question back, if nobody has begun to answer it.
    CompletableFuture<AccessToken> unused =
        told.whenComplete((given, failure) -> asked.cancel(false));
    return told;
  }

  /** Has the token provider forget the account, which is signed out. May block, never fails. */
  void forgetAccount() {
    identity.forget();
  }

  /** The token, if it is there without waiting and asking. */
  @Nullable AccessToken readyToken(TokenRequest request) {
    return identity.readyToken(request);
  }

  /**
   * Begins an attempt.
   *
   * @throws CloudServiceException if it must not be made
   */
  HttpRequest begin(AccessToken with) {
    credentials.use(with);
    if (!requests.maySend(with)) {
      throw CallErrors.foreignToken(report());
    }
    HttpRequest request =
        requests.build(operation, options, idempotencyKey, watch.traceparent(), with, timeLeft());
    awaitsToken = false;
    if (!attempts.begin()) {
      throw outOfTime();
    }
    watch.attemptStarted(attempts.size() + 1);
    client.observation().exchanges().sending(operation, request);
    return request;
  }

  /** Ends an attempt that was answered. */
  Step<T> answered(HttpResponse response) {
    client.observation().exchanges().received(operation, response);
    client.observation().sunsets().look(operation.name(), response.headers());
    ServiceResponse answer =
        new ServiceResponse(response, Problems.read(response), attempts.size() + 1);
    if (operation.isAnswer().test(answer)) {
      return read(answer);
    }
    attemptAnswered(shown(answer), ResponseErrors.outcome(answer), response);
    Duration retryAfter = RetryAfter.read(response.headers(), client.clock());
    String notRetried = "";
    if (credentials.helpAgainst(answer)) {
      credentials.reject(ResponseErrors.exception(report(), answer, retryAfter, notRetried));
      return new Step.Again<>(Duration.ZERO);
    }
    if (ResponseErrors.mayPass(answer)) {
      Verdict verdict = retries.afterFailure(attempts.size(), retryAfter, deadline.left());
      if (verdict.pause() != null) {
        watch.backoffStarted(verdict.pause());
        return new Step.Again<>(verdict.pause());
      }
      notRetried = verdict.rejection();
    }
    return new Step.Failed<>(ResponseErrors.exception(report(), answer, retryAfter, notRetried));
  }

  /** Ends an attempt that was not answered. */
  Step<T> unanswered(Throwable thrown) {
    HttpTransportException failure =
        thrown instanceof HttpTransportException known ? known : brokenTransport(thrown);
    told(
        attempts.unanswered(
            String.valueOf(failure.getMessage()),
            failure.mayHaveBeenSent() ? Outcome.UNKNOWN : Outcome.NOT_SENT));
    if (client.life().isClosed()) {
      return new Step.Failed<>(clientClosed());
    }
    String notRetried = "";
    if (CallErrors.isTransient(failure.reason())) {
      if (deadline.isOver()) {
        return new Step.Failed<>(outOfTime());
      }
      Verdict verdict = retries.afterFailure(attempts.size(), null, deadline.left());
      if (verdict.pause() != null) {
        watch.backoffStarted(verdict.pause());
        return new Step.Again<>(verdict.pause());
      }
      notRetried = verdict.rejection();
    }
    return new Step.Failed<>(CallErrors.unanswered(report(), failure, notRetried));
  }

  /** The failure when no token could be had. */
  CloudServiceException noToken(Throwable failure) {
    return CallErrors.noToken(report(), failure);
  }

  /** The failure when the time is over. */
  CloudServiceException outOfTime() {
    if (client.life().isClosed()) {
      // The alarm went off because its timer was closed too.
      return clientClosed();
    }
    told(attempts.close("no answer in time"));
    return CallErrors.outOfTime(report(), awaitsToken);
  }

  /** The failure when the client was closed meanwhile. */
  CloudServiceException clientClosed() {
    return clientClosed(null);
  }

  CloudServiceException clientClosed(@Nullable InterruptedException cause) {
    told(attempts.close("client closed"));
    return CallErrors.clientClosed(report(), cause);
  }

  /** The failure when the client's executor takes no more work. */
  CloudServiceException noThread(RejectedExecutionException cause) {
    told(attempts.close("given up"));
    return CallErrors.noThread(report(), cause);
  }

  /** The failure when the waiting thread was interrupted. */
  CloudServiceException interrupted(InterruptedException cause) {
    told(attempts.close("interrupted"));
    return CallErrors.interrupted(report(), cause);
  }

  /** The call has ended, with or without a failure; no further attempt is allowed. */
  void end(@Nullable Throwable failure) {
    told(attempts.close("given up"));
    watch.ended(attempts.soFar(), failure);
  }

  private void attemptAnswered(String result, Outcome outcome, HttpResponse response) {
    told(attempts.answered(result, outcome, response));
  }

  private void told(@Nullable Attempt attempt) {
    watch.attemptEnded(attempts.size(), attempt);
  }

  private Duration timeLeft() {
    if (client.life().isClosed()) {
      throw clientClosed();
    }
    Duration left = deadline.left();
    if (Deadline.isOver(left)) {
      throw outOfTime();
    }
    return left;
  }

  private Step<T> read(ServiceResponse answer) {
    try {
      T value = operation.reader().apply(answer);
      attemptAnswered(shown(answer), Outcome.COMPLETED, answer.http());
      return new Step.Done<>(value, operation.endsSession() && answer.isSuccess());
    } catch (RuntimeException e) {
      attemptAnswered(shown(answer) + " unreadable", Outcome.UNKNOWN, answer.http());
      return new Step.Failed<>(ResponseErrors.unreadable(report(), answer.http(), e));
    }
  }

  private static HttpTransportException brokenTransport(Throwable thrown) {
    return new HttpTransportException(
        Reason.MALFORMED_RESPONSE,
        true,
        "the transport failed with " + thrown.getClass().getSimpleName(),
        thrown);
  }

  private static String shown(ServiceResponse answer) {
    return String.valueOf(answer.http().status());
  }

  private CallReport report() {
    CallReport report =
        new CallReport(
            operation.name(),
            operation.shown(),
            idempotencyKey,
            attempts.soFar(),
            deadline.elapsed(),
            deadline.allowed(),
            options.progress());
    return UnsettledChange.settleable(
        report, new DefaultOperationExecutor(client, identity), operation, options, this::age);
  }

  /** Where a machine sleeps, the one clock may stand still; the other may be set back. */
  private Duration age() {
    Duration byWallClock = Duration.between(begunAt, client.clock().instant());
    Duration elapsed = deadline.elapsed();
    return byWallClock.compareTo(elapsed) > 0 ? byWallClock : elapsed;
  }
}
