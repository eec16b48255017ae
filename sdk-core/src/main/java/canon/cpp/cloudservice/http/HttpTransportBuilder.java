package canon.cpp.cloudservice.http;

import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.http.NetworkSettings;
import java.time.Duration;
import java.util.function.Function;

/**
 * Builds an {@link HttpTransport} for the network that the host lives in.
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
   * Sets how long one connection may take to be made; 10 seconds if not set. The time left for the
   * call shortens it.
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
   * Sets the proxy; {@link ProxySettings#system()} if not set.
   *
   * @param proxy which proxy to use
   * @return this builder
   */
  public HttpTransportBuilder proxy(ProxySettings proxy) {
    settings = settings.withProxy(requireNonNull(proxy, "proxy").rules());
    return this;
  }

  /**
   * Sets whom to trust over TLS; {@link TrustSettings#system()} if not set.
   *
   * @param trust which servers to trust, and how to show who this client is
   * @return this builder
   */
  public HttpTransportBuilder trust(TrustSettings trust) {
    settings = settings.withTrust(requireNonNull(trust, "trust").rules());
    return this;
  }

  /**
   * Builds the transport. The caller closes it.
   *
   * @return a transport, ready for use
   */
  public HttpTransport build() {
    return factory.apply(settings);
  }
}
