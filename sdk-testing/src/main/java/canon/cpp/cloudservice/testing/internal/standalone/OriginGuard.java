package canon.cpp.cloudservice.testing.internal.standalone;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.admin.AdminProblemException;
import canon.cpp.cloudservice.testing.internal.wire.IpLiterals;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps pages of other sites, open in a browser on this machine, from the fake: by what a browser
 * says that it asks for, and on whose behalf.
 */
final class OriginGuard {
  /** What a page of another origin is told. */
  static final Problem OTHER_ORIGIN =
      AdminProblemException.OTHER_ORIGIN.saying(
          "Use the fake's own page, or a program that is no browser.");

  private final String scheme;
  private final Set<String> names;

  /** Answers go out for addresses, for localhost, and for these names. */
  OriginGuard(String scheme, Collection<String> names) {
    this.scheme = scheme;
    this.names =
        names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * Rejects a host by a name of somebody else: a site can have its own name lead to this machine,
   * and would then be of one origin with the fake. It cannot do so with an address.
   */
  Optional<Problem> rejectHost(HttpHeaders headers) {
    List<String> hosts = headers.all("Host");
    boolean fine = hosts.size() == 1 && isOwn(withoutPort(hosts.get(0)));
    return fine
        ? Optional.empty()
        : Optional.of(
            AdminProblemException.HOST_NOT_ALLOWED.saying(
                "Ask for it by an address or as localhost, or start it with --name and this name."));
  }

  /** Whether a page of the fake itself has sent this. */
  boolean isFromOwnPage(HttpHeaders headers) {
    return isFromOwnPageOrNone(headers) && headers.first("Origin").isPresent();
  }

  /** The same, or it was no page at all: what is no browser names no origin. */
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
