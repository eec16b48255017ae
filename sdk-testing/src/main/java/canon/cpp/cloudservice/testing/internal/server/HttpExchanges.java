package canon.cpp.cloudservice.testing.internal.server;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;

/** Reads requests from the JDK's HTTP server, and answers them. */
public final class HttpExchanges {
  private HttpExchanges() {}

  /** A request; its body has at most one byte more than is allowed. */
  public static ServiceRequest request(HttpExchange exchange, int maxBodyBytes) throws IOException {
    byte[] body = body(exchange, maxBodyBytes + 1);
    URI uri = exchange.getRequestURI();
    return new ServiceRequest(
        exchange.getRequestMethod(),
        path(exchange),
        uri.getRawQuery(),
        HttpHeaders.of(exchange.getRequestHeaders()),
        body);
  }

  /** The path as it was sent; a slash if there was none. */
  public static String path(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** The body of a request, as far as it is wanted; the rest is passed over. */
  public static byte[] body(HttpExchange exchange, int maxBytes) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(maxBytes);
      // A client that is still sending would not see the answer.
      in.transferTo(OutputStream.nullOutputStream());
      return body;
    }
  }

  public static void send(
      HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
      throws IOException {
    headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body);
    }
  }
}
