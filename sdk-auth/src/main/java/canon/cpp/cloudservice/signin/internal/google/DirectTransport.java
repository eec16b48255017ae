package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.internal.http.Urls;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Connects directly to a server next to this machine, because a proxy would reach the server of
 * another machine under that address, and could read the traffic. Other requests use the host
 * application's transport.
 */
final class DirectTransport implements HttpTransport {
  /** The server is near, or does not exist. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  private final HttpTransport network;
  private final URI server;
  private final HttpTransport direct =
      HttpTransport.jdk().proxy(ProxySettings.none()).connectTimeout(CONNECT_TIMEOUT).build();

  DirectTransport(HttpTransport network, URI server) {
    this.network = network;
    this.server = server;
  }

  /** Returns whether a request goes to this server. */
  boolean isNear(URI uri) {
    return Urls.sameOrigin(uri, server);
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    return (isNear(request.uri()) ? direct : network).send(request);
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    throw new UnsupportedOperationException("Tokens are fetched by threads that block");
  }

  /** Closes the direct transport, not that of the host application. */
  @Override
  public void close() {
    direct.close();
  }
}
