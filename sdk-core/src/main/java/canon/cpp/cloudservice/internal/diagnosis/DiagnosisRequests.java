package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.observe.ClientObservation;
import canon.cpp.cloudservice.internal.run.AttemptLog;
import canon.cpp.cloudservice.internal.run.CallEvents;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.Deadline;
import canon.cpp.cloudservice.internal.run.DefaultOperationExecutor;
import canon.cpp.cloudservice.internal.run.Identity;
import canon.cpp.cloudservice.internal.run.RequestBuilder;
import canon.cpp.cloudservice.internal.run.RetryBudget;
import canon.cpp.cloudservice.internal.session.DefaultSessions;
import canon.cpp.cloudservice.observe.CallInfo;
import canon.cpp.cloudservice.observe.CallListener;
import canon.cpp.cloudservice.retry.RetryPolicy;
import canon.cpp.cloudservice.session.Session;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The requests of one diagnosis. Listeners receive them as the attempts of one call, {@code
 * diagnose}. None is retried, and none counts against the client's retry budget.
 */
final class DiagnosisRequests {
  private static final Operation<Session> OPERATION = DefaultSessions.reading();

  private final ClientContext client;
  private final CallOptions options;
  private final Deadline deadline;
  private final AttemptLog attempts;
  private final CallEvents events;

  DiagnosisRequests(ClientContext client, CallOptions options, Deadline deadline) {
    this.client = client;
    this.options = options;
    this.deadline = deadline;
    this.attempts = new AttemptLog(deadline);
    CallInfo call = new RequestBuilder(client).trace("diagnose", OPERATION.shown(), null, options);
    this.events = new CallEvents(client.observation().listeners(), call, deadline);
  }

  CallEvents events() {
    return events;
  }

  int count() {
    return attempts.size();
  }

  /** Begins a request without a token. */
  HttpRequest anonymous(Duration left) {
    HttpRequest request =
        new RequestBuilder(client)
            .build(OPERATION, options, null, events.traceparent(), null, left);
    if (!attempts.begin()) {
      throw new CancellationException("the call has ended");
    }
    events.attemptStarted(attempts.size() + 1);
    client.observation().exchanges().sending(OPERATION, request);
    return request;
  }

  void responseReceived(HttpResponse response, boolean isService) {
    client.observation().exchanges().received(OPERATION, response);
    Outcome outcome = isService ? Outcome.REJECTED : Outcome.UNKNOWN;
    attemptEnded(attempts.answered(String.valueOf(response.status()), outcome, response));
  }

  void failed(String reason, Throwable failure) {
    boolean unsent = failure instanceof HttpTransportException known && !known.mayHaveBeenSent();
    attemptEnded(attempts.unanswered(reason, unsent ? Outcome.NOT_SENT : Outcome.UNKNOWN));
  }

  void abandoned(String reason) {
    attemptEnded(attempts.unanswered(reason, Outcome.UNKNOWN));
  }

  /** Reads the session with the token of the view, as any call does, but without retries. */
  CompletableFuture<Session> session(Identity identity, Duration left, Executor executor) {
    ClientContext once =
        new ClientContext(
            client.address(),
            client.transport(),
            RetryPolicy.none(),
            new RetryBudget(),
            left,
            client.scopes(),
            client.userAgent(),
            client.timer(),
            client.clock(),
            client.random(),
            executor,
            client.tokenExecutor(),
            client.life(),
            new ClientObservation(
                new InnerCallListener(attempts.size()),
                client.observation().exchanges(),
                client.observation().sunsets()),
            client.traces());
    OperationExecutor caller = new DefaultOperationExecutor(once, identity);
    return caller.executeAsync(
        OPERATION, options.withTimeout(left).withHeader("traceparent", events.traceparent()));
  }

  /** Ends the call, with or without a failure. */
  void end(@Nullable Throwable failure) {
    attemptEnded(attempts.close("cancelled"));
    events.ended(attempts.soFar(), failure);
  }

  /** Ends the call and returns its report; no further request is allowed. */
  CallReport reportOfEnd(String result) {
    attemptEnded(attempts.close(result));
    return new CallReport(
        "diagnose",
        OPERATION.shown(),
        null,
        attempts.soFar(),
        deadline.elapsed(),
        deadline.allowed(),
        null);
  }

  private void attemptEnded(@Nullable Attempt attempt) {
    events.attemptEnded(attempts.size(), attempt);
  }

  /** Receives the events of the inner call and passes its attempts on as attempts of this one. */
  private final class InnerCallListener implements CallListener {
    private final int before;

    private InnerCallListener(int before) {
      this.before = before;
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
      events.attemptStarted(before + number);
    }

    @Override
    public void attemptEnded(CallInfo call, int number, Attempt attempt) {
      attempts.add(attempt);
      events.attemptEnded(before + number, attempt);
    }
  }
}
