package canon.cpp.cloudservice.internal.http;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Collections;
import java.util.List;

/** Selects the same proxy for every address. Android has no {@code ProxySelector.of}. */
public final class FixedProxySelector extends ProxySelector {
  private final List<Proxy> proxies;

  public FixedProxySelector(Proxy proxy) {
    this.proxies = Collections.singletonList(proxy);
  }

  @Override
  public List<Proxy> select(URI uri) {
    return proxies;
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // No other proxy is configured.
  }

  @Override
  public String toString() {
    return proxies.get(0).toString();
  }
}
