package canon.cpp.cloudservice.testing.internal.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;

/** The server of a fake identity provider. */
public final class WebServer implements AutoCloseable {
  private static final int MAX_BODY_BYTES = 1 << 20;

  private final JdkServer server;
  private final URI address;
  private final AtomicLong requests;

  private WebServer(String scheme, JdkServer server, AtomicLong requests) {
    this.server = server;
    this.address = URI.create(scheme + "://localhost:" + server.port());
    this.requests = requests;
  }

  /**
   * Reserves a port for HTTPS.
   *
   * @param requests the number of requests so far; servers with a common log share it
   */
  public static WebServer secured(String name, SSLContext tls, AtomicLong requests) {
    return new WebServer("https", JdkServer.secured(name, tls), requests);
  }

  /** Reserves a port for plain HTTP. */
  public static WebServer inClear(String name, AtomicLong requests) {
    return new WebServer("http", JdkServer.inClear(name), requests);
  }

  public URI address() {
    return address;
  }

  public void start(WebHandler handler) {
    server.start(exchange -> handle(exchange, handler));
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange, WebHandler handler) throws IOException {
    try (exchange) {
      WebResponse response = respond(exchange, handler);
      // Closing an exchange without a response closes the connection.
      if (!response.isDropped()) {
        HttpExchanges.send(exchange, response);
      }
    }
  }

  private WebResponse respond(HttpExchange exchange, WebHandler handler) throws IOException {
    WebRequest request;
    try {
      request =
          new WebRequest(
              requests.incrementAndGet(), HttpExchanges.request(exchange, MAX_BODY_BYTES));
    } catch (IllegalArgumentException e) {
      return WebResponse.text(400, "text/plain", "A parameter is not percent-encoded UTF-8");
    }
    return handler.handle(request);
  }
}
