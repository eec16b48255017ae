package canon.cpp.cloudservice.internal.http;

import static java.util.Objects.requireNonNull;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Locale;

/** Encodes parts of addresses, checks addresses, and compares origins. */
public final class Urls {
  private static final int MAX_PORT = 65_535;

  private Urls() {}

  /** Encodes one segment of a path or one part of a query. */
  public static String encode(String text) {
    return isUnreserved(text) ? text : percentEncode(text);
  }

  /** Returns whether the text consists of characters that need no encoding, as ids do. */
  private static boolean isUnreserved(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9') && c != '_' && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static String percentEncode(String text) {
    try {
      return URLEncoder.encode(text, "UTF-8").replace("+", "%20").replace("*", "%2A");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Java parses such an authority, but not as a host and a port. */
  private static boolean hasUnderscore(URI address) {
    String authority = address.getRawAuthority();
    return address.getHost() == null && authority != null && authority.indexOf('_') >= 0;
  }

  /** Checks the address of a service: absolute, https, nothing but host, port and path. */
  public static URI serviceAddress(URI address) {
    requireNonNull(address, "serviceAddress");
    if (hasUnderscore(address)) {
      throw new IllegalArgumentException(
          "The host name of the service address contains an underscore, which host names must not"
              + " contain and Java cannot connect to. Give the host a name with a hyphen instead.");
    }
    if (!address.isAbsolute() || address.getHost() == null) {
      throw new IllegalArgumentException(
          "The service address must be absolute, with a host name in ASCII, such as"
              + " https://host.example, but is "
              + shown(address));
    }
    if (!isHttps(address) && !(isHttp(address) && isLoopback(address))) {
      throw new IllegalArgumentException(
          "The service address must begin with https, because tokens are sent to it (http is"
              + " allowed for this machine itself only), but is "
              + shown(address));
    }
    if (address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "The service address must have no user, query or fragment, but is " + shown(address));
    }
    if (address.getPort() == 0 || address.getPort() > MAX_PORT) {
      throw new IllegalArgumentException(
          "The port of the service address must be 1 to 65535, but is " + address.getPort());
    }
    String text = address.toASCIIString();
    int end = text.length();
    while (text.charAt(end - 1) == '/') {
      end--;
    }
    return URI.create(text.substring(0, end));
  }

  /** Returns whether two addresses have the same scheme, host and port. */
  public static boolean sameOrigin(URI a, URI b) {
    return a.equals(b) || origin(a).equals(origin(b));
  }

  /** Returns scheme, host and port: the part of an address that may be shown. */
  public static String origin(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    int defaultPort = scheme.equals("https") ? 443 : 80;
    int port = address.getPort() < 0 ? defaultPort : address.getPort();
    return scheme + "://" + host + (port == defaultPort ? "" : ":" + port);
  }

  private static String shown(URI address) {
    return address.getHost() == null ? "without a host" : origin(address) + "…";
  }

  private static boolean isHttps(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }

  static boolean isHttp(URI address) {
    return "http".equalsIgnoreCase(address.getScheme());
  }

  /** Returns whether the host is this machine itself. */
  public static boolean isLoopback(URI address) {
    String host = address.getHost();
    return host != null
        && (host.equalsIgnoreCase("localhost")
            || host.equals("[::1]")
            || (host.startsWith("127.") && host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")));
  }
}
