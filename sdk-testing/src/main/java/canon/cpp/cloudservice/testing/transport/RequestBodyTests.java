package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import canon.cpp.cloudservice.http.HttpRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Request bodies arrive unchanged. */
abstract class RequestBodyTests extends TransportTests {
  private static final int BIG = 5_000_000;

  RequestBodyTests(KitContext context) {
    super(context);
  }

  @Test
  void sendsABody() throws Exception {
    arrives(bytes("{\"email\":\"jörg@example.com\"}"));
  }

  @Test
  void sendsEveryByte() throws Exception {
    var body = new byte[256];
    for (int i = 0; i < body.length; i++) {
      body[i] = (byte) i;
    }
    arrives(body);
  }

  @Test
  void sendsALargeBody() throws Exception {
    var body = new byte[BIG];
    new Random(1).nextBytes(body);
    arrives(body);
  }

  @Test
  void sendsAnEmptyBody() throws Exception {
    arrives(new byte[0]);
  }

  @Test
  void sendsTheLengthOfAnEmptyBody() throws Exception {
    var server = server(exchange -> exchange.respond(200, ""));

    send(HttpRequest.of("POST", server.uri("/"), LONG_TIMEOUT));

    assertEquals("0", server.onlyRequest().header("Content-Length"));
  }

  @Test
  void sendsTheContentTypeOfTheRequest() throws Exception {
    var server = server(exchange -> exchange.respond(200, ""));

    send(post(server.uri("/"), "{}"));

    assertEquals("application/json", server.onlyRequest().header("Content-Type"));
  }

  @Test
  void sendsNoLengthWithAGet() throws Exception {
    var server = server(exchange -> exchange.respond(200, ""));

    send(get(server.uri("/")));

    assertNull(server.onlyRequest().header("Content-Type"));
    assertNull(server.onlyRequest().header("Transfer-Encoding"));
  }

  private void arrives(byte[] body) throws Exception {
    var server = server(exchange -> exchange.respond(200, "thanks"));

    var response = send(HttpRequest.of("POST", server.uri("/"), LONG_TIMEOUT).withBody(body));

    assertEquals("thanks", text(response));
    assertArrayEquals(body, server.onlyRequest().body());
  }
}
