package canon.cpp.cloudservice.diagnosis;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.Printable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is right and wrong between this program and the service.
 *
 * <pre>{@code
 * Diagnosis diagnosis = client.diagnose().timeout(Duration.ofSeconds(20)).execute();
 * if (!diagnosis.isHealthy()) {
 *   sendToSupport(diagnosis.toText());
 * }
 * }</pre>
 *
 * <p>It holds no token, no password and no address of a person, so that it can be shown, logged and
 * sent. It names hosts and certificates: of the service, of the proxy, of this network.
 *
 * @param service scheme, host and port of the service's address
 * @param at when it was made, by this machine's clock
 * @param program what the client calls itself: the host's name and version, the library's, Java's
 * @param checks one of each {@link CheckKind}, in that order
 * @param certificates what the other side of TLS showed, its own certificate first; empty if it
 *     came to none
 */
public record Diagnosis(
    String service,
    Instant at,
    String program,
    List<Check> checks,
    List<PresentedCertificate> certificates) {

  /**
   * How far this machine's clock may be off: up to 2 minutes are no {@link CheckKind#CLOCK} matter.
   */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

  /**
   * Creates the value; lists are copied.
   *
   * @param service scheme, host and port of the service's address
   * @param at when it was made
   * @param program what the client calls itself
   * @param checks what was looked at
   * @param certificates what the other side of TLS showed
   * @throws NullPointerException if something is missing
   */
  public Diagnosis {
    requireNonNull(service, "service");
    requireNonNull(at, "at");
    program = Printable.withoutAddresses(requireNonNull(program, "program"));
    checks = List.copyOf(checks);
    certificates = List.copyOf(certificates);
  }

  /**
   * Whether nothing that was looked at is broken.
   *
   * @return false if a check failed; warnings and skipped checks do not count
   */
  public boolean isHealthy() {
    return count(CheckState.FAILED) == 0;
  }

  /**
   * The check of one kind.
   *
   * @param kind what was looked at
   * @return the check
   * @throws IllegalArgumentException if there is none of that kind
   */
  public Check check(CheckKind kind) {
    for (Check check : checks) {
      if (check.kind() == kind) {
        return check;
      }
    }
    throw new IllegalArgumentException("There is no check of " + kind);
  }

  /**
   * The whole in lines for people, to be shown or sent to support. The layout may change; programs
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
