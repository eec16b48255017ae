package canon.cpp.cloudservice.testing.internal.identity.oauth;

import java.net.URI;
import java.util.Objects;
import java.util.Set;

/** The redirect addresses of a client. */
public final class RedirectUris {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private RedirectUris() {}

  /** Returns whether an address is registered (RFC 8252, 7.3). */
  public static boolean allow(Set<String> registered, String address) {
    return registered.stream().anyMatch(one -> one.equals(address) || isSameLoopback(one, address));
  }

  /** For a loopback address over http any port matches, because a native app uses a free one. */
  private static boolean isSameLoopback(String registered, String address) {
    URI known;
    URI asked;
    try {
      known = URI.create(registered);
      asked = URI.create(address);
    } catch (IllegalArgumentException e) {
      return false;
    }
    return "http".equals(known.getScheme())
        && "http".equals(asked.getScheme())
        && LOOPBACK.contains(Objects.requireNonNullElse(known.getHost(), ""))
        && Objects.equals(known.getHost(), asked.getHost())
        && asked.getRawUserInfo() == null
        && path(known).equals(path(asked))
        && Objects.equals(known.getRawQuery(), asked.getRawQuery())
        && asked.getRawFragment() == null;
  }

  private static String path(URI uri) {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }
}
