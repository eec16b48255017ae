package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.internal.server.HttpExchanges;
import canon.cpp.cloudservice.testing.internal.server.JdkServer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
   * Binds a port.
   *
   * @param requests counts them; servers that share a log share it
   */
  public static WebServer secured(String name, SSLContext tls, AtomicLong requests) {
    return new WebServer("https", JdkServer.secured(name, tls), requests);
  }

  /** Binds a port without TLS. */
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
      WebResponse answer = answer(exchange, handler);
      // Closing an exchange without a response breaks the connection.
      if (!answer.isDropped()) {
        HttpExchanges.send(exchange, answer.status(), answer.headers(), answer.body());
      }
    }
  }

  private WebResponse answer(HttpExchange exchange, WebHandler handler) throws IOException {
    WebRequest request;
    try {
      request = read(exchange);
    } catch (IllegalArgumentException e) {
      return WebResponse.text(400, "text/plain", "The parameters are not encoded correctly");
    }
    return handler.answer(request);
  }

  private WebRequest read(HttpExchange exchange) throws IOException {
    byte[] body = HttpExchanges.body(exchange, MAX_BODY_BYTES);
    Map<String, List<String>> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    URI uri = exchange.getRequestURI();
    String path = uri.getPath();
    return new WebRequest(
        requests.incrementAndGet(),
        exchange.getRequestMethod(),
        path == null || path.isEmpty() ? "/" : path,
        uri.getRawQuery(),
        headers,
        body);
  }
}
