package canon.cpp.cloudservice.internal.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy to use for which address.
 *
 * @param fixed the selector, or null for the JVM's default
 */
public record ProxyRules(@Nullable ProxySelector fixed, @Nullable ProxyCredentials credentials) {
  public static final ProxyRules SYSTEM = new ProxyRules(null, null);

  public ProxyRules withCredentials(ProxyCredentials given) {
    return new ProxyRules(fixed, given);
  }

  /** The proxy for an address; {@link Proxy#NO_PROXY} for none. */
  public Proxy proxyFor(URI uri) {
    ProxySelector selector = fixed == null ? ProxySelector.getDefault() : fixed;
    List<Proxy> proxies = selector == null ? Collections.emptyList() : selector.select(uri);
    return proxies == null || proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
  }

  /** The HTTP proxy for an address as {@code host:port}, or null if there is none. */
  public @Nullable String httpProxyFor(URI uri) {
    Proxy proxy = proxyFor(uri);
    return proxy.type() == Proxy.Type.HTTP && proxy.address() instanceof InetSocketAddress address
        ? address.getHostString() + ":" + address.getPort()
        : null;
  }

  /** To whom a connection is made to reach an address, for messages. */
  public String nextHop(URI uri) {
    String proxy = httpProxyFor(uri);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return proxy == null ? uri.getHost() + port : "the proxy " + proxy;
  }

  /** These rules as a selector, which asks anew for each address. */
  public ProxySelector selector() {
    ProxyRules rules = this;
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return Collections.singletonList(rules.proxyFor(uri));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The next call asks again.
      }
    };
  }

  @Override
  public String toString() {
    return (fixed == null ? "the system's proxy" : fixed)
        + (credentials == null ? "" : ", " + credentials);
  }
}
