package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import canon.cpp.cloudservice.http.HttpRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Response bodies, with every way in which HTTP/1.1 marks their end. */
abstract class ResponseBodyTests extends TransportTests {
  private static final int BIG = 8_000_000;

  ResponseBodyTests(KitContext context) {
    super(context);
  }

  @Test
  void readsABodyOfKnownLength() throws Exception {
    var server = server(exchange -> exchange.respond(200, "jörg"));

    assertEquals("jörg", text(send(get(server.uri("/")))));
  }

  @Test
  void readsAnEmptyBody() throws Exception {
    var server = server(exchange -> exchange.respond(200, ""));

    assertEquals("", text(send(get(server.uri("/")))));
  }

  @Test
  void readsAChunkedBody() throws Exception {
    var server = server(exchange -> exchange.respondChunked(200, bytes("jö"), bytes("rg")));

    assertEquals("jörg", text(send(get(server.uri("/")))));
  }

  @Test
  void readsAnEmptyChunkedBody() throws Exception {
    var server = server(exchange -> exchange.respondChunked(200));

    assertEquals("", text(send(get(server.uri("/")))));
  }

  @Test
  void readsABodyThatEndsWithTheConnection() throws Exception {
    var server =
        server(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");
              exchange.close();
            });

    assertEquals("hello", text(send(get(server.uri("/")))));
  }

  @Test
  void readsABodyThatArrivesByteByByte() throws Exception {
    var server =
        server(
            exchange -> {
              for (char c : "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".toCharArray()) {
                exchange.write(String.valueOf(c));
              }
            });

    assertEquals("hello", text(send(get(server.uri("/")))));
  }

  @Test
  void readsALargeBody() throws Exception {
    var body = random(BIG);
    var server = server(exchange -> exchange.respond(200, body));

    assertArrayEquals(body, send(get(server.uri("/"))).body());
  }

  @Test
  void readsALargeChunkedBody() throws Exception {
    var chunk = random(100_000);
    var server = server(exchange -> exchange.respondChunked(200, chunk, chunk, chunk));

    assertEquals(300_000, send(get(server.uri("/"))).body().length);
  }

  @Test
  void readsTheBodyOfAnErrorToItsEnd() throws Exception {
    var body = random(1_000_000);
    var server = server(exchange -> exchange.respond(500, body));

    assertArrayEquals(body, send(get(server.uri("/"))).body());
  }

  @Test
  void readsTheBodyOfAnErrorAfterAPost() throws Exception {
    var server = server(exchange -> exchange.respond(409, "{\"code\":\"x\"}"));

    assertEquals("{\"code\":\"x\"}", text(send(post(server.uri("/"), "{}"))));
  }

  @Test
  void sendsAndReadsLargeBodiesInOneExchange() throws Exception {
    var body = random(BIG);
    var server = server(exchange -> exchange.respond(200, exchange.request().body()));

    var request = HttpRequest.of("POST", server.uri("/"), LONG_TIMEOUT).withBody(body);

    assertArrayEquals(body, send(request).body());
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
