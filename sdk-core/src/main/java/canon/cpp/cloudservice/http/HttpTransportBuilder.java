package canon.cpp.cloudservice.http;

import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.http.NetworkSettings;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Builds an {@link HttpTransport} for the network that the host lives in.
 *
 * <pre>{@code
 * HttpTransport network =
 *     HttpTransport.jdk()
 *         .connectTimeout(Duration.ofSeconds(5))
 *         .proxy(ProxySelector.of(new InetSocketAddress("proxy.contoso.com", 8080)))
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
   * Sets which proxy to use for which address; the JVM's default selector if not set.
   *
   * @param selector the selector
   * @return this builder
   */
  public HttpTransportBuilder proxy(ProxySelector selector) {
    settings = settings.withProxy(requireNonNull(selector, "selector"));
    return this;
  }

  /**
   * Sets the TLS context, for a private certificate authority or a client certificate; the JVM's
   * default context if not set. Host names are checked all the same.
   *
   * @param context the context
   * @return this builder
   */
  public HttpTransportBuilder sslContext(SSLContext context) {
    settings = settings.withSslContext(requireNonNull(context, "context"));
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
