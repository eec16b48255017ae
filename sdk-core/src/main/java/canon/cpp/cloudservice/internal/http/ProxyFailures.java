package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a proxy's rejection means. What it rejects is not sent; whether the same request had been
 * sent before, is not known here.
 */
public final class ProxyFailures {
  private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";
  private static final int UNAUTHORIZED = 401;
  private static final int AUTHENTICATION_REQUIRED = 407;

  /** How HttpClient, HttpURLConnection and Android's HttpURLConnection say it. */
  private static final Pattern TUNNEL =
      Pattern.compile(
          "(?:Tunnel failed, got: |Proxy returns \"HTTP/\\d\\.\\d |code for CONNECT: )(\\d{3})");

  private ProxyFailures() {}

  /** The failure if a proxy rejected to open a tunnel, or null. */
  public static @Nullable HttpTransportException ofTunnel(
      Throwable failure, String proxy, ProxyRules rules) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Matcher said = TUNNEL.matcher(String.valueOf(cause.getMessage()));
      if (said.find()) {
        return ofStatus(Integer.parseInt(said.group(1)), proxy, true, rules, failure);
      }
    }
    return null;
  }

  /** The failure when a proxy itself answered with a status. */
  public static HttpTransportException ofStatus(
      int status, String proxy, boolean tunnel, ProxyRules rules, @Nullable Throwable cause) {
    Reason reason =
        !wantsCredentials(status, tunnel) && status / 100 == 5 ? Reason.CONNECT : Reason.PROXY;
    String message = explain(status, proxy, tunnel, rules).inOneSentence();
    return new HttpTransportException(reason, false, message, cause);
  }

  /** What it means that a proxy itself answered with a status. */
  public static Explanation explain(int status, String proxy, boolean tunnel, ProxyRules rules) {
    String who = "the proxy " + proxy;
    if (wantsCredentials(status, tunnel)) {
      return credentials(who, tunnel, rules);
    }
    return new Explanation(
        who
            + (status / 100 == 5
                ? " could not reach the service"
                : " does not allow the connection")
            + " (status "
            + status
            + ")",
        "");
  }

  /** Whether Java keeps the password from a proxy that is to open a tunnel. */
  public static boolean withholdsCredentials() {
    String disabled = System.getProperty(DISABLED_SCHEMES);
    return disabled == null || disabled.toLowerCase(Locale.ROOT).contains("basic");
  }

  /** tinyproxy says 401 to a wrong password; to a CONNECT only a proxy can have said that. */
  private static boolean wantsCredentials(int status, boolean tunnel) {
    return status == AUTHENTICATION_REQUIRED || (tunnel && status == UNAUTHORIZED);
  }

  private static Explanation credentials(String who, boolean tunnel, ProxyRules rules) {
    if (rules.credentials() == null) {
      return new Explanation(
          who + " asks for a user name and a password",
          "give them with ProxySettings.withCredentials");
    }
    if (tunnel && withholdsCredentials()) {
      return new Explanation(
          who + " asks for the password, which Java does not send when it opens a tunnel for https",
          "start it with -D" + DISABLED_SCHEMES + "= (nothing after the equals sign)");
    }
    return new Explanation(who + " does not accept the user name and the password", "");
  }
}
