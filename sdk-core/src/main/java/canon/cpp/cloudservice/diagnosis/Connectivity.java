package canon.cpp.cloudservice.diagnosis;

import java.util.Collections;
import java.util.List;

/**
 * What a transport found about the connection to an address, without sending a request ({@link
 * canon.cpp.cloudservice.http.HttpTransport#probe}).
 *
 * @param checks the checks of the kinds {@code NAME_RESOLUTION}, {@code CONNECTION}, {@code PROXY}
 *     and {@code TLS}; a missing one means that the transport cannot tell
 * @param certificates the certificates that the peer presented, its own first; empty if the
 *     handshake did not get that far
 */
public record Connectivity(List<Check> checks, List<PresentedCertificate> certificates) {
  private static final Connectivity UNKNOWN =
      new Connectivity(Collections.emptyList(), Collections.emptyList());

  public Connectivity {
    checks = List.copyOf(checks);
    certificates = List.copyOf(certificates);
  }

  /**
   * Returns the value of a transport that cannot check its network.
   *
   * @return a value without checks
   */
  public static Connectivity unknown() {
    return UNKNOWN;
  }
}
