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
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a diagnosis: what it knows, and all its thinking. It never waits; a driver does.
 *
 * <p>One thread at a time works with it. Only the failures and {@link #end} may come from another.
 */
final class DiagnosisRun {
  private final ClientContext client;
  private final Instant at;
  private final Deadline deadline;
  private final DiagnosisRequests requests;
  private final Findings findings = new Findings();
  private final List<DiagnosisStep<?>> stages;
  private int next;
  private Duration began = Duration.ZERO;

  /**
   * Creates it.
   *
   * @param executor where the call within goes on
   */
  DiagnosisRun(ClientContext client, Identity identity, CallOptions options, Executor executor) {
    this.client = client;
    this.at = client.clock().instant();
    Duration timeout = options.timeout();
    this.deadline = new Deadline(client.timer(), timeout == null ? client.timeout() : timeout);
    this.requests = new DiagnosisRequests(client, options, deadline);
    this.stages =
        Arrays.asList(
            new ConnectivityStep(client, findings),
            new ServiceStep(client, requests, findings),
            new TokenStep(client, identity, requests, deadline, findings),
            new AccountStep(identity, requests, executor, findings));
  }

  /** Begins what comes next, and gives what to wait for; null if all that can be known is known. */
  @Nullable CompletableFuture<?> next() {
    for (; next < stages.size(); next++) {
      DiagnosisStep<?> stage = stages.get(next);
      Duration left = deadline.left();
      if (Deadline.isOver(left)) {
        return null;
      }
      if (stage.isOfUse()) {
        began = deadline.elapsed();
        return stage.begin(left);
      }
    }
    return null;
  }

  /** What was begun has ended, or its time is over. */
  void ended() {
    stages.get(next).end(deadline.elapsed().minus(began));
    next++;
  }

  Duration timeLeft() {
    Duration left = deadline.left();
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

  /** The failure when the client was closed meanwhile. */
  CloudServiceException clientClosed() {
    return CallErrors.clientClosed(requests.reportOfEnd("client closed"), null);
  }

  /** The failure when the client's executor takes no more work. */
  CloudServiceException noThread(RejectedExecutionException cause) {
    return CallErrors.noThread(requests.reportOfEnd("given up"), cause);
  }

  /** The failure when the waiting thread was interrupted. */
  CloudServiceException interrupted(InterruptedException cause) {
    return CallErrors.interrupted(requests.reportOfEnd("interrupted"), cause);
  }

  /** The call has ended, with or without a failure. */
  void end(@Nullable Throwable failure) {
    requests.end(failure);
  }
}
