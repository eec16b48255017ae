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
 * The requests of one diagnosis. To listeners they are the attempts of one call, {@code diagnose}.
 * None is retried, and the client's retry budget does not hear of them.
 */
final class DiagnosisRequests {
  private static final Operation<Session> OPERATION = DefaultSessions.reading();

  private final ClientContext client;
  private final CallOptions options;
  private final Deadline deadline;
  private final AttemptLog attempts;
  private final CallEvents watch;

  DiagnosisRequests(ClientContext client, CallOptions options, Deadline deadline) {
    this.client = client;
    this.options = options;
    this.deadline = deadline;
    this.attempts = new AttemptLog(deadline);
    String traceparent = RequestBuilder.traceparent(options, client.random());
    CallInfo call = new CallInfo("diagnose", OPERATION.shown(), null, traceparent);
    this.watch = new CallEvents(client.observation().listeners(), call, deadline);
  }

  CallEvents watch() {
    return watch;
  }

  int count() {
    return attempts.size();
  }

  /** Begins a request in nobody's name. */
  HttpRequest anonymous(Duration left) {
    HttpRequest request =
        new RequestBuilder(client).build(OPERATION, options, null, watch.traceparent(), null, left);
    if (!attempts.begin()) {
      throw new CancellationException("the call has ended");
    }
    watch.attemptStarted(attempts.size() + 1);
    client.observation().exchanges().sending(OPERATION, request);
    return request;
  }

  void answered(HttpResponse response, boolean isService) {
    client.observation().exchanges().received(OPERATION, response);
    Outcome outcome = isService ? Outcome.REJECTED : Outcome.UNKNOWN;
    told(attempts.answered(String.valueOf(response.status()), outcome, response));
  }

  void unanswered(String why, Throwable failure) {
    boolean unsent = failure instanceof HttpTransportException known && !known.mayHaveBeenSent();
    told(attempts.unanswered(why, unsent ? Outcome.NOT_SENT : Outcome.UNKNOWN));
  }

  void givenUp(String why) {
    told(attempts.unanswered(why, Outcome.UNKNOWN));
  }

  /** Reads the session in the view's name, as any call does, but once. */
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
                new Inner(attempts.size()),
                client.observation().exchanges(),
                client.observation().sunsets()));
    OperationExecutor caller = new DefaultOperationExecutor(once, identity);
    return caller.executeAsync(
        OPERATION, options.withTimeout(left).withHeader("traceparent", watch.traceparent()));
  }

  /** The call has ended, with or without a failure. */
  void end(@Nullable Throwable failure) {
    told(attempts.close("given up"));
    watch.ended(attempts.soFar(), failure);
  }

  /** What is known of the call, which ends here; no further request is allowed. */
  CallReport reportOfEnd(String result) {
    told(attempts.close(result));
    return new CallReport(
        "diagnose",
        OPERATION.shown(),
        null,
        attempts.soFar(),
        deadline.elapsed(),
        deadline.allowed(),
        null);
  }

  private void told(@Nullable Attempt attempt) {
    watch.attemptEnded(attempts.size(), attempt);
  }

  /** Hears of the call within, and tells of its attempts as of this one's. */
  private final class Inner implements CallListener {
    private final int before;

    private Inner(int before) {
      this.before = before;
    }

    @Override
    public void attemptStarted(CallInfo call, int number) {
      watch.attemptStarted(before + number);
    }

    @Override
    public void attemptEnded(CallInfo call, int number, Attempt attempt) {
      attempts.add(attempt);
      watch.attemptEnded(before + number, attempt);
    }
  }
}
