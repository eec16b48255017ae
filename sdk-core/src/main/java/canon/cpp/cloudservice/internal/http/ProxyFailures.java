package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Describes rejections by a proxy. A rejected request did not reach the service; whether the same
 * request was sent earlier on another connection is not known here.
 */
public final class ProxyFailures {
  private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";
  private static final int UNAUTHORIZED = 401;
  private static final int AUTHENTICATION_REQUIRED = 407;

  /** The messages of HttpClient, HttpURLConnection and Android's HttpURLConnection. */
  private static final Pattern TUNNEL =
      Pattern.compile(
          "(?:Tunnel failed, got: |Proxy returns \"HTTP/\\d\\.\\d |code for CONNECT: )(\\d{3})");

  /** Android's message after a 407, when the app's authenticator has no password. */
  private static final String ANDROID_PASSWORD = "Failed to authenticate with proxy";

  private ProxyFailures() {}

  /** Returns the failure if a proxy refused to open a tunnel, or null. */
  public static @Nullable HttpTransportException ofTunnel(
      Throwable failure, String proxy, ProxyRules rules) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (message.contains(ANDROID_PASSWORD)) {
        return new HttpTransportException(
            Reason.PROXY,
            false,
            "the proxy "
                + proxy
                + " requires a user name and a password, which Android takes only from the app's"
                + " default authenticator; set it with Authenticator.setDefault",
            failure);
      }
      Matcher tunnel = TUNNEL.matcher(message);
      if (tunnel.find()) {
        return ofStatus(Integer.parseInt(tunnel.group(1)), proxy, true, rules, failure);
      }
    }
    return null;
  }

  /** Returns the failure for a response that the proxy itself sent. */
  public static HttpTransportException ofStatus(
      int status, String proxy, boolean tunnel, ProxyRules rules, @Nullable Throwable cause) {
    Reason reason =
        !wantsCredentials(status, tunnel) && status / 100 == 5 ? Reason.CONNECT : Reason.PROXY;
    String message = explain(status, proxy, tunnel, rules).inOneSentence();
    return new HttpTransportException(reason, false, message, cause);
  }

  /** Returns the failure with {@code mayHaveBeenSent}, because an earlier attempt was sent. */
  public static HttpTransportException afterEarlierTransmission(HttpTransportException failure) {
    return failure.mayHaveBeenSent()
        ? failure
        : new HttpTransportException(
            failure.reason(), true, String.valueOf(failure.getMessage()), failure.getCause());
  }

  /** Explains a response that the proxy itself sent. */
  public static Explanation explain(int status, String proxy, boolean tunnel, ProxyRules rules) {
    String subject = "the proxy " + proxy;
    if (wantsCredentials(status, tunnel)) {
      return credentials(subject, tunnel, rules);
    }
    return new Explanation(
        subject
            + (status / 100 == 5
                ? " could not reach the service"
                : " does not allow the connection")
            + " (status "
            + status
            + ")",
        "");
  }

  /** Returns whether Java withholds the password when it opens a tunnel. */
  public static boolean withholdsCredentials() {
    String disabled = System.getProperty(DISABLED_SCHEMES);
    return disabled == null || disabled.toLowerCase(Locale.ROOT).contains("basic");
  }

  /** tinyproxy sends 401 for a wrong password. Only the proxy can respond to a CONNECT. */
  private static boolean wantsCredentials(int status, boolean tunnel) {
    return status == AUTHENTICATION_REQUIRED || (tunnel && status == UNAUTHORIZED);
  }

  private static Explanation credentials(String subject, boolean tunnel, ProxyRules rules) {
    if (rules.credentials() == null) {
      return new Explanation(
          subject + " requires a user name and a password",
          "set them with ProxySettings.withCredentials");
    }
    if (tunnel && withholdsCredentials()) {
      return new Explanation(
          subject
              + " requires a password, which Java does not send when it opens a tunnel for https",
          "start Java with -D" + DISABLED_SCHEMES + "= (nothing after the equals sign)");
    }
    return new Explanation(subject + " rejects the user name and the password", "");
  }
}
