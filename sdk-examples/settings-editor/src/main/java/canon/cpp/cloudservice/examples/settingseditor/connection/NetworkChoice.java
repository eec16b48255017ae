package canon.cpp.cloudservice.examples.settingseditor.connection;

import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What the administrator entered on the network page. Empty texts stand for what is not set.
 *
 * @param proxyHost the proxy of the organisation; empty for a direct connection
 * @param proxyPort its port, 1 to 65535
 * @param proxyUser the user name at the proxy
 * @param proxyPassword the password at the proxy
 * @param certificates additional trust anchors in PEM
 */
public record NetworkChoice(
    String proxyHost, int proxyPort, String proxyUser, String proxyPassword, String certificates) {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]+");

  /** No proxy, and the trust anchors of the system. */
  public static final NetworkChoice DIRECT = new NetworkChoice("", 8080, "", "", "");

  /**
   * Returns the proxy.
   *
   * @throws IllegalArgumentException if host, port or user are not valid
   */
  ProxySettings proxy() {
    if (proxyHost.isEmpty()) {
      return ProxySettings.none();
    }
    if (!HOST.matcher(proxyHost).matches()) {
      throw new IllegalArgumentException("The proxy is not a host name.");
    }
    ProxySettings proxy = ProxySettings.of(proxyHost, proxyPort);
    return proxyUser.isEmpty() ? proxy : proxy.withCredentials(proxyUser, proxyPassword);
  }

  /**
   * Returns the trust anchors.
   *
   * @throws IllegalArgumentException if the certificates are not PEM
   */
  TrustSettings trust(TrustSettings base) {
    return certificates.isEmpty()
        ? base
        : base.withTrustAnchors(certificates.getBytes(StandardCharsets.UTF_8));
  }

  /** Contains no password. */
  @Override
  public String toString() {
    return "NetworkChoice[proxy=" + proxyHost + ":" + proxyPort + "]";
  }
}
