package canon.cpp.cloudservice.examples.remotecontrol;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A response of the back end.
 *
 * @param status the HTTP status
 * @param headers its headers, without those about the body
 * @param body its members as JSON
 */
record Reply(int status, Map<String, String> headers, Map<String, Object> body) {
  static Reply of(int status, Map<String, Object> body) {
    return new Reply(status, Map.of(), body);
  }

  /** Returns a problem document (RFC 9457). */
  static Reply problem(int status, String detail) {
    return of(status, Map.of("status", status, "detail", detail));
  }

  /** Returns the reply with one more header, unless its value is null. */
  Reply with(String name, @Nullable String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new Reply(status, all, body);
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] json = JSONObjectUtils.toJSONString(new TreeMap<>(body)).getBytes(UTF_8);
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange
        .getResponseHeaders()
        .set("Content-Type", status < 400 ? "application/json" : "application/problem+json");
    exchange.sendResponseHeaders(status, json.length);
    exchange.getResponseBody().write(json);
  }
}
