package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.call.Answer;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.Operation.Safety;
import canon.cpp.cloudservice.internal.json.UnreadableJsonException;
import canon.cpp.cloudservice.internal.run.RetryRules.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a call: what it knows, and all its thinking. It never waits; a driver does.
 *
 * <p>One thread at a time works with it. Only {@link #outOfTime()} may come from another one.
 */
final class Execution<T> {
  private final ClientParts client;
  private final Identity identity;
  private final Operation<T> operation;
  private final CallOptions options;
  private final RequestBuilder requests;
  private final RetryRules retries;
  private final Deadline deadline;
  private final @Nullable String idempotencyKey;

  private volatile List<Attempt> attempts = Collections.emptyList();
  private volatile @Nullable Duration attemptStarted;
  private @Nullable AccessToken token;
  private @Nullable AccessToken rejected;
  private @Nullable CloudServiceException rejection;

  Execution(ClientParts client, Identity identity, Operation<T> operation, CallOptions options) {
    client.life().checkOpen();
    identity.checkPresent();
    this.client = client;
    this.identity = identity;
    this.operation = operation;
    this.options = options;
    this.requests = new RequestBuilder(client);
    this.retries = new RetryRules(client.retryPolicy(), client.retryBudget(), client.random());
    Duration timeout = options.timeout();
    this.deadline = new Deadline(client.timer(), timeout == null ? client.timeout() : timeout);
    this.idempotencyKey = chooseKey(client, operation, options);
    client.retryBudget().payIn();
  }

  private static @Nullable String chooseKey(
      ClientParts client, Operation<?> operation, CallOptions options) {
    if (operation.safety() == Safety.SAFE) {
      return null;
    }
    String own = options.idempotencyKey();
    return own != null ? own : RequestBuilder.newIdempotencyKey(client.random());
  }

  Identity identity() {
    return identity;
  }

  Deadline deadline() {
    return deadline;
  }

  /** What to ask of the token provider for the next attempt. */
  TokenRequest tokenRequest() {
    TokenRequest request = TokenRequest.within(deadline.left()).withScopes(client.scopes());
    return rejected == null ? request : request.afterRejectionOf(rejected);
  }

  /**
   * Begins an attempt.
   *
   * @throws CloudServiceException if it must not be made
   */
  HttpRequest begin(AccessToken with) {
    if (with.equals(rejected) && rejection != null) {
      throw rejection;
    }
    if (!requests.maySend(with)) {
      throw new SignInException(
          report(),
          "The token is bound to another service than the one that this client calls, so it is not"
              + " sent. Check the service address and where the token comes from",
          null);
    }
    if (deadline.isOver()) {
      throw outOfTime();
    }
    token = with;
    HttpRequest request = requests.build(operation, options, idempotencyKey, with, deadline.left());
    attemptStarted = deadline.elapsed();
    return request;
  }

  /** Ends an attempt that was answered. */
  Step<T> answered(HttpResponse response) {
    Answer answer = new Answer(response, Problems.read(response), attempts.size() + 1);
    if (answer.isSuccess() || (operation.notFoundIsAnswer() && answer.isNotFound())) {
      return read(answer);
    }
    endAttempt(shown(answer), Failures.outcome(answer));
    Duration retryAfter = RetryAfter.read(response.headers(), client.clock());
    String notRetried = "";
    if (shouldRefresh(answer)) {
      rejected = token;
      rejection = Failures.exception(report(), answer, retryAfter, notRetried);
      return new Step.Again<>(Duration.ZERO);
    }
    if (Failures.mayPass(answer)) {
      Verdict verdict = retries.afterFailure(attempts.size(), retryAfter, deadline.left());
      if (verdict.pause() != null) {
        return new Step.Again<>(verdict.pause());
      }
      notRetried = verdict.refusal();
    }
    return new Step.Failed<>(Failures.exception(report(), answer, retryAfter, notRetried));
  }

  /** Ends an attempt that was not answered. */
  Step<T> unanswered(Throwable thrown) {
    HttpTransportException failure =
        thrown instanceof HttpTransportException known ? known : brokenTransport(thrown);
    endAttempt(
        String.valueOf(failure.getMessage()),
        failure.mayHaveBeenSent() ? Outcome.UNKNOWN : Outcome.NOT_SENT);
    if (deadline.isOver()) {
      return new Step.Failed<>(outOfTime());
    }
    String notRetried = "";
    if (mayPass(failure.reason())) {
      Verdict verdict = retries.afterFailure(attempts.size(), null, deadline.left());
      if (verdict.pause() != null) {
        return new Step.Again<>(verdict.pause());
      }
      notRetried = " " + verdict.refusal();
    }
    return new Step.Failed<>(
        new UnavailableException(
            report(),
            "The service gave no answer: " + failure.getMessage() + "." + notRetried,
            null,
            failure));
  }

  /** The failure when no token could be had. */
  CloudServiceException noToken(Throwable failure) {
    if (failure instanceof SignInException cause) {
      return new SignInException(report(), String.valueOf(cause.getMessage()), cause);
    }
    return new SignInException(
        report(),
        "The token provider failed (" + failure.getClass().getSimpleName() + "); see the cause",
        failure);
  }

  /** The failure when the time is over. */
  CloudServiceException outOfTime() {
    Duration started = attemptStarted;
    List<Attempt> all = attempts;
    if (started != null) {
      all = with(all, new Attempt("no answer in time", Outcome.UNKNOWN, since(started)));
    }
    return new DeadlineException(
        report(all),
        "The call did not end in the time that it had. Allow more with timeout(…), or check the"
            + " network",
        null);
  }

  /** The failure when the waiting thread was interrupted. */
  CloudServiceException interrupted(InterruptedException cause) {
    if (attemptStarted != null) {
      endAttempt("interrupted", Outcome.UNKNOWN);
    }
    return new InterruptedCallException(report(), "The waiting thread was interrupted", cause);
  }

  private Step<T> read(Answer answer) {
    try {
      T value = operation.reader().apply(answer);
      endAttempt(shown(answer), Outcome.UNKNOWN);
      return new Step.Done<>(value);
    } catch (UnreadableJsonException | IllegalArgumentException e) {
      endAttempt(shown(answer) + " unreadable", Outcome.UNKNOWN);
      return new Step.Failed<>(Failures.unreadable(report(), answer.http(), e));
    }
  }

  /** Only these two codes mean that another token helps; a logged-out session never does. */
  private boolean shouldRefresh(Answer answer) {
    return answer.problem() != null
        && rejected == null
        && identity.canRefresh()
        && (answer.problem().code().equals(ProblemCode.UNAUTHENTICATED)
            || answer.problem().code().equals(ProblemCode.TOKEN_EXPIRED));
  }

  private static HttpTransportException brokenTransport(Throwable thrown) {
    return new HttpTransportException(
        Reason.BAD_ANSWER,
        true,
        "the transport failed with " + thrown.getClass().getSimpleName(),
        thrown);
  }

  private static boolean mayPass(Reason reason) {
    return reason == Reason.CONNECT || reason == Reason.TIMEOUT || reason == Reason.CONNECTION_LOST;
  }

  private static String shown(Answer answer) {
    return String.valueOf(answer.http().status());
  }

  private void endAttempt(String result, Outcome outcome) {
    Duration started = attemptStarted;
    Duration took = started == null ? Duration.ZERO : since(started);
    attempts = with(attempts, new Attempt(result, outcome, took));
    attemptStarted = null;
  }

  private Duration since(Duration started) {
    return deadline.elapsed().minus(started);
  }

  private static List<Attempt> with(List<Attempt> all, Attempt one) {
    List<Attempt> more = new ArrayList<>(all);
    more.add(one);
    return more;
  }

  private CallReport report() {
    return report(attempts);
  }

  private CallReport report(List<Attempt> all) {
    return new CallReport(
        operation.name(),
        operation.shown(),
        idempotencyKey,
        all,
        deadline.allowed(),
        options.progress());
  }
}
