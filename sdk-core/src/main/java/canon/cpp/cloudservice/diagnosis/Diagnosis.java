package canon.cpp.cloudservice.diagnosis;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The state of everything between this program and the service.
 *
 * <pre>{@code
 * Diagnosis diagnosis = client.diagnose().timeout(Duration.ofSeconds(20)).execute();
 * if (!diagnosis.isHealthy()) {
 *   sendToSupport(diagnosis.toText());
 * }
 * }</pre>
 *
 * <p>It contains no token, password or e-mail address, so that it can be displayed, logged and
 * sent. It names hosts and certificates: of the service, the proxy and this network.
 *
 * @param service scheme, host and port of the service
 * @param at the time of the diagnosis, by this machine's clock
 * @param program the {@code User-Agent} of the client: name and version of the host application,
 *     the library and Java
 * @param checks one of each {@link CheckKind}, in that order
 * @param certificates the certificates that the TLS peer presented, its own first; empty if the
 *     handshake did not get that far
 */
public record Diagnosis(
    String service,
    Instant at,
    String program,
    List<Check> checks,
    List<PresentedCertificate> certificates) {

  /**
   * How far this machine's clock may be off: a difference of up to 2 minutes is not reported by
   * {@link CheckKind#CLOCK}.
   */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

  public Diagnosis {
    requireNonNull(service, "service");
    requireNonNull(at, "at");
    program = Printable.withoutAddresses(requireNonNull(program, "program"));
    checks = List.copyOf(checks);
    certificates = List.copyOf(certificates);
  }

  /**
   * Returns whether no check failed.
   *
   * @return false if a check failed; warnings and skipped checks do not count
   */
  public boolean isHealthy() {
    return count(CheckState.FAILED) == 0;
  }

  /**
   * Returns the check of one kind.
   *
   * @param kind the kind
   * @return the check
   * @throws IllegalArgumentException if there is no check of this kind
   */
  public Check check(CheckKind kind) {
    for (Check check : checks) {
      if (check.kind() == kind) {
        return check;
      }
    }
    throw new IllegalArgumentException("There is no check of kind " + kind);
  }

  /**
   * Returns the whole diagnosis as text for display or for support. The layout may change; programs
   * read the checks.
   *
   * @return lines that each end with a line feed
   */
  public String toText() {
    return DiagnosisText.of(this);
  }

  long count(CheckState state) {
    return checks.stream().filter(check -> check.state() == state).count();
  }
}
