package canon.cpp.cloudservice.testing.internal.standalone;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.admin.AdminProblem;
import canon.cpp.cloudservice.testing.internal.wire.IpLiterals;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Protects the fake from pages of other sites that are open in a browser on this machine, by the
 * {@code Host} and {@code Origin} headers.
 */
final class OriginGuard {
  /** The response to a page of another origin. */
  static final Problem OTHER_ORIGIN =
      AdminProblem.OTHER_ORIGIN.withDetail(
          "Use the fake's own page, or a program that is not a browser.");

  private final String scheme;
  private final Set<String> names;

  /** Allows IP addresses, localhost, and these names. */
  OriginGuard(String scheme, Collection<String> names) {
    this.scheme = scheme;
    this.names =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * Rejects requests for another host name: a site can let its own name resolve to this machine,
   * and would then have the same origin as the fake. That is not possible with an IP address.
   */
  Optional<Problem> rejectHost(HttpHeaders headers) {
    List<String> hosts = headers.all("Host");
    boolean fine = hosts.size() == 1 && isOwn(withoutPort(hosts.get(0)));
    return fine
        ? Optional.empty()
        : Optional.of(
            AdminProblem.HOST_NOT_ALLOWED.withDetail(
                "Use an IP address or localhost, or start it with --name and this name."));
  }

  /** Returns whether a page of the fake itself sent this. */
  boolean isFromOwnPage(HttpHeaders headers) {
    return isFromOwnPageOrNone(headers) && headers.first("Origin").isPresent();
  }

  /**
   * Returns the same, or true if no page sent it: a program that is not a browser sends no origin.
   */
  boolean isFromOwnPageOrNone(HttpHeaders headers) {
    String own = scheme + "://" + headers.first("Host").orElse("");
    return headers.all("Origin").stream().allMatch(own::equalsIgnoreCase)
        && headers.all("Sec-Fetch-Site").stream()
            .allMatch(site -> site.equals("same-origin") || site.equals("none"));
  }

  private boolean isOwn(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    return bare.equals("localhost") || names.contains(bare) || IpLiterals.parse(bare).isPresent();
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }
}
