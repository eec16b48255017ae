package canon.cpp.cloudservice.internal.http;

import java.net.ProxySelector;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a host said of its network; null means the JVM's default. */
public record NetworkSettings(
    Duration connectTimeout, @Nullable ProxySelector proxy, @Nullable SSLContext sslContext) {

  public static final NetworkSettings DEFAULT =
      new NetworkSettings(Duration.ofSeconds(10), null, null);

  public NetworkSettings withConnectTimeout(Duration timeout) {
    return new NetworkSettings(timeout, proxy, sslContext);
  }

  public NetworkSettings withProxy(ProxySelector selector) {
    return new NetworkSettings(connectTimeout, selector, sslContext);
  }

  public NetworkSettings withSslContext(SSLContext context) {
    return new NetworkSettings(connectTimeout, proxy, context);
  }
}
