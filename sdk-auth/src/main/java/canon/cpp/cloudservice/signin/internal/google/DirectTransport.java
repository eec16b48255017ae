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
 * Straight to a server that stands beside this machine, because what a proxy reaches under that
 * address is another machine's, and the proxy would read along. Requests to others go over the host
 * program's transport.
 */
final class DirectTransport implements HttpTransport {
  /** It is next endpoint, or not there. */
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  private final HttpTransport network;
  private final URI server;
  private final HttpTransport direct =
      HttpTransport.jdk().proxy(ProxySettings.none()).connectTimeout(CONNECT_TIMEOUT).build();

  DirectTransport(HttpTransport network, URI server) {
    this.network = network;
    this.server = server;
  }

  /** Whether that is at the server. */
  boolean isNear(URI uri) {
    return Urls.sameOrigin(uri, server);
  }

  @Override
  public HttpResponse send(HttpRequest request) throws InterruptedException {
    return (isNear(request.uri()) ? direct : network).send(request);
  }

  @Override
  public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
    throw new UnsupportedOperationException("Tokens are fetched by threads that wait");
  }

  /** Closes the way to the server, not the host program's transport. */
  @Override
  public void close() {
    direct.close();
  }
}
