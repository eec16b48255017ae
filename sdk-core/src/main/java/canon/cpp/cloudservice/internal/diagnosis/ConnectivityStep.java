package canon.cpp.cloudservice.internal.diagnosis;

import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.internal.run.ClientContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Name, connection, proxy, TLS: asks the transport, which alone knows. */
final class ConnectivityStep extends DiagnosisStep<Connectivity> {
  private final ClientContext client;
  private final Findings findings;

  ConnectivityStep(ClientContext client, Findings findings) {
    this.client = client;
    this.findings = findings;
  }

  @Override
  boolean isOfUse() {
    return true;
  }

  /** A quarter of the time stays for the rest: the identity provider is often elsewhere. */
  @Override
  CompletableFuture<Connectivity> start(Duration left) {
    return client.transport().probe(client.address(), left.multipliedBy(3).dividedBy(4));
  }

  @Override
  void answered(Connectivity found, Duration took) {
    for (Check check : found.checks()) {
      if (Findings.WAY.contains(check.kind())) {
        findings.add(check);
      }
    }
    findings.shown(found.certificates());
    unknown("this transport does not tell");
  }

  @Override
  void failed(Throwable failure, Duration took) {
    unknown("the transport could not tell (" + failure.getClass().getSimpleName() + ")");
  }

  @Override
  void outOfTime(Duration took) {
    unknown("the transport did not tell in time");
  }

  private void unknown(String why) {
    for (CheckKind kind : Findings.WAY) {
      if (!findings.has(kind)) {
        findings.skipped(kind, why, "");
      }
    }
  }
}
