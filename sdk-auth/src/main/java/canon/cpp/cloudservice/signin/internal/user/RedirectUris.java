package canon.cpp.cloudservice.signin.internal.user;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Checks redirect addresses. */
public final class RedirectUris {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private RedirectUris() {}

  /** Checks an address that is sent a code: https, or loopback. */
  public static URI check(URI address) {
    requireNonNull(address, "redirectUri");
    String scheme = String.valueOf(address.getScheme());
    if (address.getHost() == null
        || address.getRawFragment() != null
        || address.getRawUserInfo() != null) {
      throw new IllegalArgumentException(
          "The redirect address must have a host, and neither user nor fragment, such as"
              + " https://printer.example/callback");
    }
    if (!scheme.equalsIgnoreCase("https")
        && !(scheme.equalsIgnoreCase("http") && isThisMachine(address))) {
      throw new IllegalArgumentException(
          "The redirect address must begin with https, because codes are sent to it"
              + " (http is allowed for loopback addresses only)");
    }
    return address;
  }

  /** Checks a loopback address for a receiver of this library. */
  static URI checkLoopback(URI address) {
    boolean http = "http".equalsIgnoreCase(check(address).getScheme());
    if (!http || address.getHost().startsWith("[") || address.getRawQuery() != null) {
      throw new IllegalArgumentException(
          "The redirect address must be http://localhost or http://127.0.0.1, with or without a"
              + " port and a path");
    }
    return address;
  }

  private static boolean isThisMachine(URI address) {
    return THIS_MACHINE.contains(address.getHost().toLowerCase(Locale.ROOT));
  }
}
