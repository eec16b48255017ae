package canon.cpp.cloudservice.examples.remotecontrol;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The random text in the cookie of a browser. The database has only its hash, so that who reads the
 * database cannot use a sign-in.
 *
 * @param value 256 random bits
 */
record Handle(String value) {
  private static final String COOKIE = "__Host-session";
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static Handle random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return new Handle(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static Optional<Handle> of(HttpExchange exchange) {
    return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(header -> Pattern.compile(";\\s*").splitAsStream(header))
        .filter(cookie -> cookie.startsWith(COOKIE + "="))
        .map(cookie -> cookie.substring(COOKIE.length() + 1))
        .filter(value -> VALUE.matcher(value).matches())
        .map(Handle::new)
        .findFirst();
  }

  /** Returns the name under which the database knows it. */
  String name() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(value.getBytes(US_ASCII));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Returns the value of {@code Set-Cookie}. Another site can neither read nor send the cookie. */
  String cookie() {
    return COOKIE + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Lax";
  }

  /** Returns the value of {@code Set-Cookie} that deletes the cookie. */
  static String noCookie() {
    return COOKIE + "=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0";
  }

  /** Shows nothing. */
  @Override
  public String toString() {
    return "Handle[hidden]";
  }
}
