package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.diagnosis.Diagnosis;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.internal.call.CallOptions;
import canon.cpp.cloudservice.internal.http.Urls;
import canon.cpp.cloudservice.internal.run.CallErrors;
import canon.cpp.cloudservice.internal.run.ClientContext;
import canon.cpp.cloudservice.internal.run.Deadline;
import canon.cpp.cloudservice.internal.run.Identity;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a diagnosis: its state and all decisions. It never waits; the driver does.
 *
 * <p>Used by one thread at a time. Only the failures and {@link #end} may be called from another.
 */
final class DiagnosisRun {
  private final ClientContext client;
  private final Instant at;
  private final Deadline deadline;
  private final DiagnosisRequests requests;
  private final Findings findings = new Findings();
  private final List<DiagnosisStep<?>> steps;
  private int next;
  private boolean selected;
  private Duration startedAt = Duration.ZERO;

  /**
   * Creates a run.
   *
   * @param executor executes the continuations of the inner call
   */
  DiagnosisRun(ClientContext client, Identity identity, CallOptions options, Executor executor) {
    this.client = client;
    this.at = client.clock().instant();
    Duration timeout = options.timeout();
    this.deadline = new Deadline(client.timer(), timeout == null ? client.timeout() : timeout);
    this.requests = new DiagnosisRequests(client, options, deadline);
    this.steps =
        Arrays.asList(
            new ConnectivityStep(client, findings),
            new ServiceStep(client, requests, findings),
            new TokenStep(client, identity, requests, deadline, findings),
            new AccountStep(identity, requests, executor, findings));
  }

  /** Selects the next step. Returns false if none is left, or the deadline is exceeded. */
  boolean select() {
    for (; next < steps.size(); next++) {
      if (deadline.isExceeded()) {
        return false;
      }
      if (steps.get(next).isApplicable()) {
        startedAt = deadline.elapsed();
        selected = true;
        return true;
      }
    }
    return false;
  }

  /** Starts the selected step. May run code of the host, so another thread may end it meanwhile. */
  CompletableFuture<?> begin() {
    return steps.get(next).begin(timeLeft());
  }

  /** Ends the selected step, if there is one; it has completed or timed out. */
  void ended() {
    if (selected) {
      selected = false;
      steps.get(next).end(deadline.elapsed().minus(startedAt));
      next++;
    }
  }

  Duration timeLeft() {
    Duration left = deadline.remaining();
    return left.isNegative() ? Duration.ZERO : left;
  }

  Diagnosis diagnosis() {
    return new Diagnosis(
        Urls.origin(client.address()),
        at,
        client.userAgent(),
        findings.checks(),
        findings.certificates());
  }

  <T> Response<T> response(T value) {
    return findings.toResponse(value, requests.count());
  }

  /** Returns the failure for a client that was closed during the call. */
  CloudServiceException clientClosed() {
    return CallErrors.clientClosed(requests.reportOfEnd("client closed"), null);
  }

  /** Returns the failure for an executor that rejected a task, or failed. */
  CloudServiceException executorFailed(Throwable cause) {
    return CallErrors.executorFailed(requests.reportOfEnd("abandoned"), cause);
  }

  /** Returns the failure for an interrupted thread. */
  CloudServiceException interrupted(InterruptedException cause) {
    return CallErrors.interrupted(requests.reportOfEnd("interrupted"), cause);
  }

  /** Notifies the listeners of what has happened since the last time. They may block. */
  void deliverEvents() {
    requests.monitor().deliver();
  }

  /** Ends the call, with or without a failure. */
  void end(@Nullable Throwable failure) {
    requests.end(failure);
  }
}
