package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Headers of requests and responses. */
abstract class HeaderTests extends TransportTests {
  HeaderTests(KitContext context) {
    super(context);
  }

  @Test
  void sendsHeadersUnchanged() throws Exception {
    var server = server(exchange -> exchange.respond(200, ""));

    send(
        get(server.uri("/"))
            .withHeader("Accept", "application/json")
            .withHeader("User-Agent", "Test/1.0 (a; b)")
            .withHeader("Authorization", "Bearer a.b-c_d~e+f/g==")
            .withHeader("X-Empty", ""));

    var sent = server.onlyRequest().headers();
    assertEquals(List.of("application/json"), sent.get("Accept"));
    assertEquals(List.of("Test/1.0 (a; b)"), sent.get("User-Agent"));
    assertEquals(List.of("Bearer a.b-c_d~e+f/g=="), sent.get("Authorization"));
    assertEquals(List.of(""), sent.get("X-Empty"));
  }

  @Test
  void sendsTheHost() throws Exception {
    var server = server(exchange -> exchange.respond(200, ""));

    send(get(server.uri("/")));

    assertEquals("localhost:" + server.port(), server.onlyRequest().header("Host"));
  }

  @Test
  void sendsALongHeader() throws Exception {
    var server = server(exchange -> exchange.respond(200, ""));
    var token = "t".repeat(16_000);

    send(get(server.uri("/")).withHeader("Authorization", token));

    assertEquals(token, server.onlyRequest().header("Authorization"));
  }

  @Test
  void doesNotReturnCookies() throws Exception {
    var server = server(exchange -> exchange.respond(200, "", "Set-Cookie: a=b"));
    var transport = transport();

    send(transport, get(server.uri("/")));
    send(transport, get(server.uri("/")));

    assertFalse(server.requests().get(1).headers().containsKey("Cookie"));
  }

  @Test
  void readsHeaders() throws Exception {
    var server =
        server(
            exchange ->
                exchange.respond(
                    200, "", "X-Request-Id: r1", "Deprecation:   true  ", "Link: a", "Link: b"));

    var headers = send(get(server.uri("/"))).headers();

    assertEquals("r1", headers.first("x-request-ID").orElseThrow());
    assertEquals("true", headers.first("Deprecation").orElseThrow());
    assertEquals(List.of("a", "b"), headers.all("Link"));
    assertEquals(List.of(), headers.all("X-Absent"));
  }

  @Test
  void readsHeadersOfAnError() throws Exception {
    var server = server(exchange -> exchange.respond(429, "slow down", "Retry-After: 7"));

    var response = send(post(server.uri("/"), "{}"));

    assertEquals("7", response.headers().first("Retry-After").orElseThrow());
  }

  @Test
  void readsALongHeader() throws Exception {
    var server = server(exchange -> exchange.respond(200, "", "X-Long: " + "v".repeat(30_000)));

    var response = send(get(server.uri("/")));

    assertEquals(30_000, response.headers().first("X-Long").orElseThrow().length());
  }
}
