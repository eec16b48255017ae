package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import canon.cpp.cloudservice.http.HttpRequest;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Bodies of answers, in every way that HTTP/1.1 has to end them. */
abstract class ResponseBodyTests extends TransportTests {
  private static final int BIG = 8_000_000;

  ResponseBodyTests(KitContext context) {
    super(context);
  }

  @Test
  void readsABodyOfKnownLength() throws Exception {
    var server = server(exchange -> exchange.answer(200, "jörg"));

    assertEquals("jörg", text(send(get(server.uri("/")))));
  }

  @Test
  void readsAnEmptyBody() throws Exception {
    var server = server(exchange -> exchange.answer(200, ""));

    assertEquals("", text(send(get(server.uri("/")))));
  }

  @Test
  void readsABodyInChunks() throws Exception {
    var server = server(exchange -> exchange.answerChunked(200, bytes("jö"), bytes("rg")));

    assertEquals("jörg", text(send(get(server.uri("/")))));
  }

  @Test
  void readsAnEmptyBodyInChunks() throws Exception {
    var server = server(exchange -> exchange.answerChunked(200));

    assertEquals("", text(send(get(server.uri("/")))));
  }

  @Test
  void readsABodyThatEndsWithTheConnection() throws Exception {
    var server =
        server(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello");
              exchange.hangUp();
            });

    assertEquals("hello", text(send(get(server.uri("/")))));
  }

  @Test
  void readsABodyThatComesByteByByte() throws Exception {
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
  void readsABigBody() throws Exception {
    var body = random(BIG);
    var server = server(exchange -> exchange.answer(200, body));

    assertArrayEquals(body, send(get(server.uri("/"))).body());
  }

  @Test
  void readsABigBodyInChunks() throws Exception {
    var chunk = random(100_000);
    var server = server(exchange -> exchange.answerChunked(200, chunk, chunk, chunk));

    assertEquals(300_000, send(get(server.uri("/"))).body().length);
  }

  @Test
  void readsTheBodyOfAnErrorToItsEnd() throws Exception {
    var body = random(1_000_000);
    var server = server(exchange -> exchange.answer(500, body));

    assertArrayEquals(body, send(get(server.uri("/"))).body());
  }

  @Test
  void readsTheBodyOfAnErrorAfterAPost() throws Exception {
    var server = server(exchange -> exchange.answer(409, "{\"code\":\"x\"}"));

    assertEquals("{\"code\":\"x\"}", text(send(post(server.uri("/"), "{}"))));
  }

  @Test
  void sendsAndReadsBigBodiesInOneExchange() throws Exception {
    var body = random(BIG);
    var server = server(exchange -> exchange.answer(200, exchange.request().body()));

    var request = HttpRequest.of("POST", server.uri("/"), PLENTY).withBody(body);

    assertArrayEquals(body, send(request).body());
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
