package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.internal.areas.DefaultSessions;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.call.Operation;
import canon.cpp.cloudservice.internal.call.OperationExecutor;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import canon.cpp.cloudservice.internal.run.AttemptIds;
import canon.cpp.cloudservice.internal.run.CallMonitor;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.Deadline;
import canon.cpp.cloudservice.internal.run.DefaultOperationExecutor;
import canon.cpp.cloudservice.internal.run.Identity;
import canon.cpp.cloudservice.internal.run.RequestBuilder;
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
  private static final String NAME = "diagnose";
  private static final Operation<Session> OPERATION = DefaultSessions.getSession();

  private final ClientContext client;
  private final CallOptions options;
  private final Deadline deadline;
  private final CallMonitor monitor;

  DiagnosisRequests(ClientContext client, CallOptions options, Deadline deadline) {
    this.client = client;
    this.options = options;
    this.deadline = deadline;
    CallInfo call =
        new RequestBuilder(client).trace(NAME, OPERATION.id().description(), null, options);
    this.monitor = new CallMonitor(client.observation(), call, deadline);
  }

  CallMonitor monitor() {
    return monitor;
  }

  int count() {
    return monitor.count();
  }

  /** Begins a request without a token. */
  HttpRequest anonymous(Duration left) {
    HttpRequest request =
        new RequestBuilder(client)
            .build(
                OPERATION,
                options,
                null,
                monitor.traceparent(),
                new AttemptIds(client.random()).next(),
                null,
                left);
    if (!monitor.start() || !monitor.send()) {
      throw new CancellationException("the call has ended");
    }
    client.observation().sending(OPERATION, request);
    return request;
  }

  void responseReceived(HttpResponse response, boolean isService) {
    client.observation().received(OPERATION, response);
    monitor.received(
        String.valueOf(response.status()),
        isService ? Outcome.REJECTED : Outcome.UNKNOWN,
        response.status(),
        ServiceResponse.requestId(response));
  }

  void failed(String reason, Throwable failure) {
    boolean unsent = failure instanceof HttpTransportException known && !known.mayHaveBeenSent();
    monitor.failed(reason, unsent ? Outcome.NOT_SENT : Outcome.UNKNOWN);
  }

  void abandoned(String reason) {
    monitor.failed(reason, Outcome.UNKNOWN);
  }

  /** Reads the session with the token of the view, as any call does, but without retries. */
  CompletableFuture<Session> session(Identity identity, Duration left, Executor executor) {
    ClientContext once =
        client.withoutRetries().withExecutor(executor).withListener(new AttemptForwarder());
    OperationExecutor calls = new DefaultOperationExecutor(once, identity);
    return calls.executeAsync(
        OPERATION,
        options
            .withTimeout(left)
            .withRetryPolicy(RetryPolicy.none())
            .withHeader("traceparent", monitor.traceparent()));
  }

  /** Ends the call, with or without a failure. */
  void end(@Nullable Throwable failure) {
    monitor.end(failure);
  }

  /** Ends the call and returns its report; no further request is allowed. */
  CallReport reportOfEnd(String result) {
    monitor.close(result);
    return new CallReport(
        NAME,
        OPERATION.id().description(),
        null,
        monitor.attempts(),
        deadline.elapsed(),
        deadline.timeout(),
        null);
  }

  /** Receives the events of the inner call and passes its attempts on as attempts of this one. */
  private final class AttemptForwarder implements CallListener {

    @Override
    public void attemptStarted(CallInfo call, int number) {
      monitor.addStarted();
    }

    @Override
    public void attemptEnded(CallInfo call, int number, Attempt attempt) {
      monitor.add(attempt);
    }
  }
}
