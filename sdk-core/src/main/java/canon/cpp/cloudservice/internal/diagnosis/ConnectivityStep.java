package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.internal.run.ClientContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Checks name, connection, proxy and TLS by a probe of the transport. */
final class ConnectivityStep extends DiagnosisStep<Connectivity> {
  private final ClientContext client;
  private final Findings findings;

  ConnectivityStep(ClientContext client, Findings findings) {
    this.client = client;
    this.findings = findings;
  }

  @Override
  boolean isApplicable() {
    return true;
  }

  /** Leaves a quarter of the time for the other steps. */
  @Override
  CompletableFuture<Connectivity> start(Duration left) {
    return client.transport().probe(client.address(), left.multipliedBy(3).dividedBy(4));
  }

  @Override
  void succeeded(Connectivity found, Duration took) {
    for (Check check : found.checks()) {
      if (Findings.CONNECTIVITY.contains(check.kind())) {
        findings.add(check);
      }
    }
    findings.certificates(found.certificates());
    unknown("this transport does not support the check");
  }

  @Override
  void failed(Throwable failure, Duration took) {
    unknown("the check of the transport failed (" + failure.getClass().getSimpleName() + ")");
  }

  @Override
  void timedOut(Duration took) {
    unknown("the check of the transport timed out");
  }

  private void unknown(String reason) {
    for (CheckKind kind : Findings.CONNECTIVITY) {
      if (!findings.has(kind)) {
        findings.skipped(kind, reason, "");
      }
    }
  }
}
