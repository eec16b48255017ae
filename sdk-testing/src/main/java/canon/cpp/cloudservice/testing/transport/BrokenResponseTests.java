package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import org.junit.jupiter.api.Test;

/** Incomplete and malformed responses are failures with an unknown outcome. */
abstract class BrokenResponseTests extends TransportTests {
  BrokenResponseTests(KitContext context) {
    super(context);
  }

  @Test
  void failsWhenTheConnectionEndsBeforeTheResponse() {
    assertFailure(Reason.CONNECTION_LOST, true, posted(server(TestExchange::close)));
  }

  @Test
  void failsWhenTheConnectionIsResetBeforeTheResponse() {
    assertFailure(Reason.CONNECTION_LOST, true, posted(server(TestExchange::reset)));
  }

  @Test
  void doesNotSendTheRequestAgain() {
    assumeTrue(sendsOnce(), "This transport declares that it may");
    var server = server(TestExchange::close);

    posted(server);

    assertEquals(1, server.requests().size());
  }

  @Test
  void doesNotSendTheRequestAgainOnAPooledConnection() throws Exception {
    assumeTrue(sendsOnce(), "This transport declares that it may");
    var server =
        server(
            exchange -> {
              if (exchange.request().body().length == 0) {
                exchange.respond(200, "well");
              } else {
                exchange.close();
              }
            });
    var transport = transport();
    send(transport, get(server.uri("/")));

    failure(transport, post(server.uri("/"), "{}"));

    assertEquals(2, server.requests().size());
  }

  @Test
  void failsWhenTheConnectionEndsInTheHeaders() {
    assertFailure(Reason.CONNECTION_LOST, true, after("HTTP/1.1 200 OK\r\nContent-Len"));
  }

  @Test
  void failsWhenTheBodyIsShorterThanAnnounced() {
    assertFailure(
        Reason.CONNECTION_LOST, true, after("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nsome"));
  }

  @Test
  void failsWhenTheBodyOfAnErrorIsShorterThanAnnounced() {
    assertFailure(
        Reason.CONNECTION_LOST, true, after("HTTP/1.1 503 No\r\nContent-Length: 10\r\n\r\nsome"));
  }

  @Test
  void failsWhenTheBodyEndsInAChunk() {
    assertFailure(
        Reason.CONNECTION_LOST,
        true,
        after("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nsome"));
  }

  @Test
  void failsWhenTheLastChunkIsMissing() {
    assertFailure(
        Reason.CONNECTION_LOST,
        true,
        after("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nsome\r\n"));
  }

  @Test
  void failsOnBytesThatAreNotHttp() {
    assertBad(after("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
  }

  @Test
  void failsOnBinary() {
    assertBad(after("\u0000\u0001\u0015\u0003\u0003\u0000\u0002\u0002P\r\n\r\n"));
  }

  @Test
  void failsOnAnInvalidStatus() {
    assertBad(after("HTTP/1.1 abc OK\r\nContent-Length: 0\r\n\r\n"));
  }

  @Test
  void failsOnAnInvalidChunkSize() {
    assertBad(after("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nsome\r\n"));
  }

  @Test
  void doesNotQuoteAMalformedResponse() {
    var failure = after("a-secret: of the other side\r\n\r\n");

    assertTrue(String.valueOf(failure.getMessage()).indexOf("secret") < 0);
  }

  @Test
  void servesOthersAfterAFailure() throws Exception {
    var broken = server(TestExchange::reset);
    var server = server(exchange -> exchange.respond(200, "well"));
    var transport = transport();

    failure(transport, post(broken.uri("/"), "{}"));

    assertEquals("well", text(send(transport, get(server.uri("/")))));
  }

  private HttpTransportException after(String answer) {
    return posted(
        server(
            exchange -> {
              exchange.write(answer);
              exchange.close();
            }));
  }

  private HttpTransportException posted(TestServer server) {
    return failure(post(server.uri("/"), "{}"));
  }

  private static void assertBad(HttpTransportException failure) {
    assertTrue(
        failure.reason() == Reason.MALFORMED_RESPONSE || failure.reason() == Reason.CONNECTION_LOST,
        failure::toString);
    assertTrue(failure.mayHaveBeenSent(), failure::toString);
  }
}
