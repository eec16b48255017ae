package canon.cpp.cloudservice.http;

import static canon.cpp.cloudservice.internal.values.Checks.inRange;
import static canon.cpp.cloudservice.internal.values.Checks.opaque;
import static canon.cpp.cloudservice.internal.values.Checks.text;

import canon.cpp.cloudservice.internal.http.FixedProxySelector;
import canon.cpp.cloudservice.internal.http.ProxyCredentials;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import java.net.InetSocketAddress;
import java.net.Proxy;

/**
 * The HTTP proxy to use.
 *
 * <pre>{@code
 * ProxySettings proxy =
 *     ProxySettings.of("proxy.contoso.com", 8080).withCredentials("press1", password);
 * }</pre>
 *
 * <p>By default Java does not send a password to a proxy for the tunnel that https needs. It does
 * so if the JVM runs with an empty system property {@code jdk.http.auth.tunneling.disabledSchemes}:
 * {@code java -Djdk.http.auth.tunneling.disabledSchemes= …}. A library cannot set it, because Java
 * reads it once for the whole process. Without it the call fails with a message that names the
 * property.
 */
public final class ProxySettings {
  private static final ProxySettings NONE =
      new ProxySettings(new ProxyRules(new FixedProxySelector(Proxy.NO_PROXY), null));
  private static final ProxySettings SYSTEM = new ProxySettings(ProxyRules.SYSTEM);

  private static final int MAX_HOST = 253;
  private static final int MAX_USER = 256;
  private static final int MAX_PORT = 65535;

  private final ProxyRules rules;

  private ProxySettings(ProxyRules rules) {
    this.rules = rules;
  }

  /**
   * Returns settings without a proxy, whatever the JVM is configured with.
   *
   * @return the settings
   */
  public static ProxySettings none() {
    return NONE;
  }

  /**
   * Returns the settings of the JVM: its default {@link java.net.ProxySelector}, which reads {@code
   * http.proxyHost}, {@code https.proxyHost} and related properties and, if enabled, the settings
   * of the operating system.
   *
   * @return the settings
   */
  public static ProxySettings system() {
    return SYSTEM;
  }

  /**
   * Returns settings with one HTTP proxy for every address.
   *
   * @param host the host name or IP address of the proxy
   * @param port the port of the proxy
   * @return the settings
   * @throws IllegalArgumentException if the host is blank or the port is out of range
   */
  public static ProxySettings of(String host, int port) {
    InetSocketAddress address =
        InetSocketAddress.createUnresolved(
            text("host", host, MAX_HOST), inRange("port", port, 1, MAX_PORT));
    Proxy proxy = new Proxy(Proxy.Type.HTTP, address);
    return new ProxySettings(new ProxyRules(new FixedProxySelector(proxy), null));
  }

  /**
   * Returns the same proxy with a user name and a password, in HTTP's Basic scheme.
   *
   * @param user the user name, without a colon
   * @param password the password; never logged
   * @return the settings
   * @throws IllegalArgumentException if the user name is blank or has a colon, or the password is
   *     blank
   */
  public ProxySettings withCredentials(String user, String password) {
    text("user", user, MAX_USER);
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("user must not contain a colon");
    }
    return new ProxySettings(
        rules.withCredentials(new ProxyCredentials(user, opaque("password", password))));
  }

  ProxyRules rules() {
    return rules;
  }

  /** Returns the proxy; never user or password. */
  @Override
  public String toString() {
    return rules.toString();
  }
}
