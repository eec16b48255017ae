package canon.cpp.cloudservice.http;

import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.http.NetworkSettings;
import java.time.Duration;
import java.util.function.Function;

/**
 * Builds an {@link HttpTransport} for the network of the host application.
 *
 * <pre>{@code
 * HttpTransport network =
 *     HttpTransport.jdk()
 *         .connectTimeout(Duration.ofSeconds(5))
 *         .proxy(ProxySettings.of("proxy.contoso.com", 8080))
 *         .trust(TrustSettings.system().withTrustAnchors(Path.of("corporate-ca.pem")))
 *         .build();
 * }</pre>
 */
public final class HttpTransportBuilder {
  private final Function<NetworkSettings, HttpTransport> factory;
  private NetworkSettings settings = NetworkSettings.DEFAULT;

  HttpTransportBuilder(Function<NetworkSettings, HttpTransport> factory) {
    this.factory = factory;
  }

  /**
   * Sets the timeout for opening one connection. The default is 10 seconds. It is never longer than
   * the time that the call has left.
   *
   * @param timeout a positive duration
   * @return this builder
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  public HttpTransportBuilder connectTimeout(Duration timeout) {
    settings = settings.withConnectTimeout(positive("connectTimeout", timeout));
    return this;
  }

  /**
   * Sets the proxy. The default is {@link ProxySettings#system()}.
   *
   * @param proxy the proxy settings
   * @return this builder
   */
  public HttpTransportBuilder proxy(ProxySettings proxy) {
    settings = settings.withProxy(requireNonNull(proxy, "proxy").rules());
    return this;
  }

  /**
   * Sets the trust anchors for TLS. The default is {@link TrustSettings#system()}.
   *
   * @param trust the trust settings, with a client certificate if one is needed
   * @return this builder
   */
  public HttpTransportBuilder trust(TrustSettings trust) {
    settings = settings.withTrust(requireNonNull(trust, "trust").rules());
    return this;
  }

  /**
   * Builds the transport. The caller closes it.
   *
   * @return a transport
   */
  public HttpTransport build() {
    return factory.apply(settings);
  }
}
