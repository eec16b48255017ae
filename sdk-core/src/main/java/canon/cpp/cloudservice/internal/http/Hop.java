package canon.cpp.cloudservice.internal.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The next server on the way to an address: the service itself or a proxy.
 *
 * @param uri the address of the request
 * @param proxy the proxy; {@link Proxy#NO_PROXY} for none
 */
public record Hop(URI uri, Proxy proxy) {

  /** Returns the HTTP proxy as {@code host:port}, or null if there is none. */
  public @Nullable String httpProxy() {
    return proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : null;
  }

  public boolean isSocks() {
    return proxy.type() == Proxy.Type.SOCKS;
  }

  /** Returns whether the request goes through a tunnel or directly over TLS. */
  public boolean isHttps() {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /** Describes the server to which a connection is made, for messages. */
  public String peer() {
    if (proxy.address() instanceof InetSocketAddress address) {
      return "the proxy " + address.getHostString() + ":" + address.getPort();
    }
    return uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
  }

  /** Returns the host name to look up before a connection is made; null for an IP address. */
  public @Nullable String hostToResolve() {
    String host =
        proxy.address() instanceof InetSocketAddress address
            ? address.getHostString()
            : uri.getHost();
    return host == null || isLiteral(host) ? null : host.toLowerCase(Locale.ROOT);
  }

  private static boolean isLiteral(String host) {
    boolean number = !host.isEmpty();
    for (int i = 0; i < host.length(); i++) {
      char c = host.charAt(i);
      if (c == ':') {
        return true;
      }
      number &= c == '.' || (c >= '0' && c <= '9');
    }
    return number;
  }
}
