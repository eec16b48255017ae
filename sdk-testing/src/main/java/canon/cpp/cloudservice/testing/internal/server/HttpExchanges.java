package canon.cpp.cloudservice.testing.internal.server;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Map;

/** Reads requests from the JDK's HTTP server and sends responses. */
public final class HttpExchanges {
  private HttpExchanges() {}

  /** Returns the request. The body is cut after one byte more than the limit. */
  public static ServiceRequest request(HttpExchange exchange, int maxBodyBytes) throws IOException {
    byte[] body = body(exchange, maxBodyBytes + 1);
    URI uri = exchange.getRequestURI();
    return new ServiceRequest(
            exchange.getRequestMethod(),
            path(exchange),
            uri.getRawQuery(),
            HttpHeaders.of(exchange.getRequestHeaders()),
            body)
        .receivedOverHttp();
  }

  /** Returns the raw path; a slash if it is empty. */
  public static String path(HttpExchange exchange) {
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    // A path that begins with two slashes is parsed as a host and a path.
    boolean host = uri.getScheme() == null && uri.getRawAuthority() != null;
    return host ? "//" + uri.getRawAuthority() + path : path.isEmpty() ? "/" : path;
  }

  /** Returns the first bytes of the body and discards the rest. */
  public static byte[] body(HttpExchange exchange, int maxBytes) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      byte[] body = in.readNBytes(maxBytes);
      // A client that is still sending would not read the response.
      in.transferTo(OutputStream.nullOutputStream());
      ReadTimeouts.requestReceived();
      return body;
    }
  }

  public static void send(HttpExchange exchange, WebResponse response) throws IOException {
    send(exchange, response.status(), response.headers(), response.body());
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
