package canon.cpp.cloudservice.testing.internal.server;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;

/** Reads requests from the JDK's HTTP server and writes responses. */
public final class HttpExchanges {
  private HttpExchanges() {}

  /** Returns a request; its body has at most one byte more than allowed. */
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

  /** Returns the raw path; a slash if it is empty. */
  public static String path(HttpExchange exchange) {
    String path = exchange.getRequestURI().getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  /** Returns the body of a request up to the limit; the rest is skipped. */
  public static byte[] body(HttpExchange exchange, int maxBytes) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(maxBytes);
      // A client that is still sending would not see the response.
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
