package canon.cpp.cloudservice.diagnosis;

import java.util.Collections;
import java.util.List;

/**
 * What a transport found on the way to an address, without sending a request ({@link
 * canon.cpp.cloudservice.http.HttpTransport#probe}).
 *
 * @param checks what it looked at, of the kinds {@code NAME_RESOLUTION}, {@code CONNECTION}, {@code
 *     PROXY} and {@code TLS}; what is missing counts as not known to the transport
 * @param certificates what the other side showed, its own certificate first; empty if it came to
 *     none
 */
public record Connectivity(List<Check> checks, List<PresentedCertificate> certificates) {
  private static final Connectivity UNKNOWN =
      new Connectivity(Collections.emptyList(), Collections.emptyList());

  /**
   * Creates the value; lists are copied.
   *
   * @param checks what the transport looked at
   * @param certificates what the other side showed
   * @throws NullPointerException if something is missing
   */
  public Connectivity {
    checks = List.copyOf(checks);
    certificates = List.copyOf(certificates);
  }

  /**
   * What a transport answers that does not know its network.
   *
   * @return a value without checks
   */
  public static Connectivity unknown() {
    return UNKNOWN;
  }
}
