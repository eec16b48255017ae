package canon.cpp.cloudservice.testing.transport;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.CheckState;
import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The transports that can probe, and what they found. */
enum Probing {
  JDK,
  URL_CONNECTION;

  static final Duration AMPLE = Duration.ofSeconds(20);

  HttpTransportBuilder builder() {
    return this == JDK ? HttpTransport.jdk() : HttpTransport.urlConnection();
  }

  HttpTransport open(TransportSetup setup) {
    return TransportSetups.open(builder(), setup);
  }

  static Connectivity probe(HttpTransport transport, URI address) {
    return probe(transport, address, AMPLE);
  }

  /** Probes, and waits no longer than twice the time that the probe has. */
  static Connectivity probe(HttpTransport transport, URI address, Duration timeout) {
    return transport
        .probe(address, timeout)
        .orTimeout(AMPLE.plus(timeout).toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  static Check check(Connectivity found, CheckKind kind) {
    return found.checks().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  static void assertCheck(
      Connectivity found, CheckKind kind, CheckState state, String finding, String remedy) {
    Check check = check(found, kind);
    assertThat(check.state()).as(check.toString()).isEqualTo(state);
    assertThat(check.finding()).contains(finding);
    assertThat(check.remedy()).contains(remedy);
  }
}
