package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import org.junit.jupiter.api.Test;

/** A response body larger than the limit is abandoned. */
abstract class BodyCapTests extends TransportTests {
  private static final int CAP = 1000;

  BodyCapTests(KitContext context) {
    super(context);
  }

  @Test
  void readsABodyUpToTheCap() throws Exception {
    var server = server(exchange -> exchange.respond(200, new byte[CAP]));

    assertEquals(CAP, send(capped(server)).body().length);
  }

  @Test
  void readsABodyInChunksUpToTheCap() throws Exception {
    var server = server(exchange -> exchange.respondChunked(200, new byte[CAP]));

    assertEquals(CAP, send(capped(server)).body().length);
  }

  @Test
  void rejectsABodyThatIsAnnouncedAsLarger() {
    rejects(server(exchange -> exchange.respond(200, new byte[CAP + 1])));
  }

  @Test
  void rejectsALargerBodyInChunks() {
    rejects(server(exchange -> exchange.respondChunked(200, new byte[CAP + 1])));
  }

  @Test
  void rejectsALargerBodyOfAnError() {
    rejects(server(exchange -> exchange.respond(503, new byte[CAP + 1])));
  }

  @Test
  void rejectsABodyThatExceedsAnyMemory() {
    rejects(
        server(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000\r\n\r\n");
              while (true) {
                exchange.write(new byte[CAP]);
              }
            }));
  }

  @Test
  void closesTheConnectionOfAnEndlessBody() throws Exception {
    var server =
        server(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
              while (true) {
                exchange.writeChunk(new byte[CAP]);
              }
            });

    rejects(server);

    assertTrue(server.awaitFirstDisconnect());
  }

  private void rejects(TestServer server) {
    assertFailure(Reason.MALFORMED_RESPONSE, true, failure(capped(server)));
  }

  private static HttpRequest capped(TestServer server) {
    return get(server.uri("/")).withMaxBodyBytes(CAP);
  }
}
