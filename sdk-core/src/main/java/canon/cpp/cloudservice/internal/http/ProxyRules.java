package canon.cpp.cloudservice.internal.http;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Selects the proxy for an address.
 *
 * @param fixed the selector, or null for the JVM's default
 */
public record ProxyRules(@Nullable ProxySelector fixed, @Nullable ProxyCredentials credentials) {
  public static final ProxyRules SYSTEM = new ProxyRules(null, null);

  public ProxyRules withCredentials(ProxyCredentials given) {
    return new ProxyRules(fixed, given);
  }

  /**
   * Returns the hops to try for an address, in order; never empty. An {@code http} address of this
   * machine is always reached directly: a proxy would receive the token in clear.
   *
   * @throws HttpTransportException if the selector fails
   */
  public List<Hop> hops(URI uri) {
    if (Urls.isHttp(uri) && Urls.isLoopback(uri)) {
      return direct(uri);
    }
    List<Hop> hops = new ArrayList<>();
    for (Proxy proxy : select(uri)) {
      if (proxy != null) {
        hops.add(new Hop(uri, proxy));
      }
    }
    return hops.isEmpty() ? direct(uri) : hops;
  }

  /** Returns whether a failure means that no connection to the proxy of the hop could be made. */
  public boolean isConnectFailure(Hop hop, HttpTransportException failure) {
    return hop.proxy().address() != null
        && failure.reason() == Reason.CONNECT
        && !failure.mayHaveBeenSent()
        && (failure.getCause() == null
            || ProxyFailures.ofTunnel(failure.getCause(), hop.peer(), this) == null);
  }

  /** Tells the selector that no connection to a proxy could be made. */
  public void connectFailed(Hop hop, Throwable failure) {
    ProxySelector selector = selector();
    if (selector == null || hop.proxy().address() == null) {
      return;
    }
    IOException cause =
        failure instanceof IOException known ? known : new IOException(failure.getMessage());
    try {
      selector.connectFailed(hop.uri(), hop.proxy().address(), cause);
    } catch (RuntimeException e) {
      // The selector belongs to the host application; its failure does not change the result.
    }
  }

  private List<Proxy> select(URI uri) {
    ProxySelector selector = selector();
    if (selector == null) {
      return Collections.emptyList();
    }
    List<Proxy> selected;
    try {
      selected = selector.select(uri);
    } catch (RuntimeException e) {
      throw new HttpTransportException(Reason.PROXY, false, unusable(e).inOneSentence(), e);
    }
    return selected == null ? Collections.emptyList() : selected;
  }

  /** Explains that the selector failed, and which settings to check. */
  public Explanation unusable(Throwable failure) {
    return new Explanation(
        "the proxy settings cannot be used: the proxy selector failed with "
            + failure.getClass().getSimpleName(),
        fixed == null
            ? "check http.proxyHost, http.proxyPort, https.proxyHost, https.proxyPort and"
                + " http.nonProxyHosts, or set the proxy with ProxySettings"
            : "check ProxySettings");
  }

  private @Nullable ProxySelector selector() {
    return fixed == null ? ProxySelector.getDefault() : fixed;
  }

  private static List<Hop> direct(URI uri) {
    return Collections.singletonList(new Hop(uri, Proxy.NO_PROXY));
  }

  @Override
  public String toString() {
    return (fixed == null ? "the system's proxy" : fixed)
        + (credentials == null ? "" : ", " + credentials);
  }
}
