package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.http.HttpHeaders;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The sessions of browsers, by a cookie. The oldest are removed. */
final class ConsoleSessions {
  private static final int MAX = 100;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, ConsoleSession> byId = new LinkedHashMap<>();
  private final String cookie;
  private final boolean secure;

  /**
   * Browsers send a cookie to all ports of a host, so its name has the port.
   *
   * @param secure whether it goes over TLS only
   */
  ConsoleSessions(int port, boolean secure) {
    this.cookie = "fake-console-" + port;
    this.secure = secure;
  }

  synchronized Optional<ConsoleSession> find(HttpHeaders headers) {
    return headers.all("Cookie").stream()
        .flatMap(line -> Arrays.stream(line.split(";", -1)))
        .map(String::strip)
        .filter(pair -> pair.startsWith(cookie + "="))
        .map(pair -> byId.get(pair.substring(cookie.length() + 1)))
        .flatMap(session -> Optional.ofNullable(session).stream())
        .findFirst();
  }

  /** Creates a session; returns the cookie for it. */
  synchronized String remember(ConsoleSession session) {
    byte[] id = new byte[16];
    random.nextBytes(id);
    String text = HexFormat.of().formatHex(id);
    byId.put(text, session);
    if (byId.size() > MAX) {
      byId.remove(byId.keySet().iterator().next());
    }
    return cookie + "=" + text + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
  }
}
