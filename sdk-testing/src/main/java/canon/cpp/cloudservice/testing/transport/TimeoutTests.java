package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An exchange ends within its timeout, wherever it stalls. */
abstract class TimeoutTests extends TransportTests {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String SIZED = "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n";
  private static final String UNTIL_CLOSE = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";

  TimeoutTests(KitContext context) {
    super(context);
  }

  @Test
  void endsWhenNoConnectionIsEstablished() throws Exception {
    var deaf = closing(UnresponsiveServer.open());
    var transport = transport(TransportSetup.PLAIN.withConnectTimeout(SHORT));

    assertFailure(Reason.CONNECT, false, inTime(transport, get(deaf.uri())));
  }

  @Test
  void endsWhenTheRequestHasLessTimeThanTheConnection() throws Exception {
    var deaf = closing(UnresponsiveServer.open());

    var failure = inTime(transport(), HttpRequest.of("GET", deaf.uri(), SHORT));

    assertTrue(failure.reason() == Reason.CONNECT || failure.reason() == Reason.TIMEOUT);
    assertFailure(failure.reason(), false, failure);
  }

  @Test
  void endsWhenNoResponseIsReceived() {
    timesOut(server(TestExchange::stall));
  }

  @Test
  void endsWhenTheResponseTakesLongerThanItsTime() throws Exception {
    var server =
        server(
            exchange -> {
              if (exchange.request().target().equals("/stalls")) {
                exchange.stall();
              }
              exchange.respond(200, "well");
            });
    var transport = transport();
    var stalling = get(server.uri("/stalls")).withResponseTimeout(SHORT);

    assertFailure(Reason.TIMEOUT, true, inTime(transport, stalling));

    assertEquals("well", text(send(transport, get(server.uri("/")))));
    assertEquals(2, server.connections());
  }

  @Test
  void endsWhenTheHeadersDoNotEnd() {
    stallsAfter("HTTP/1.1 200 OK\r\nContent-Le");
  }

  @Test
  void endsWhenTheBodyStalls() {
    stallsAfter(SIZED + "some");
  }

  @Test
  void endsWhenTheBodyStallsBetweenChunks() {
    stallsAfter(CHUNKED + "4\r\nsome\r\n");
  }

  @Test
  void endsWhenTheBodyStallsInAChunk() {
    stallsAfter(CHUNKED + "400\r\nsome");
  }

  @Test
  void endsWhenTheBodyStallsThatEndsWithTheConnection() {
    stallsAfter(UNTIL_CLOSE + "some");
  }

  @Test
  void endsWhenTheBodyOfAnErrorStalls() {
    stallsAfter("HTTP/1.1 500 No\r\nContent-Length: 10\r\n\r\nsome");
  }

  @Test
  void endsWhenTheHeadersArriveSlowly() {
    drips("HTTP/1.1 200 OK\r\nX: ", "x");
  }

  @Test
  void endsWhenTheBodyArrivesSlowly() {
    drips(SIZED, "x");
  }

  @Test
  void endsWhenTheChunksArriveSlowly() {
    drips(CHUNKED, "1\r\nx\r\n");
  }

  @Test
  void endsWhenTheRequestIsNotRead() {
    var server = server(exchange -> exchange.respond(200, ""));
    var deaf = closing(UnresponsiveServer.accepting());
    var big = HttpRequest.of("POST", deaf.uri(), SHORT).withBody(new byte[20_000_000]);

    assertFailure(Reason.TIMEOUT, true, inTime(transport(), big));
    assertTrue(server.requests().isEmpty());
  }

  @Test
  void servesOthersAfterATimeout() throws Exception {
    var silent = server(TestExchange::stall);
    var server = server(exchange -> exchange.respond(200, "well"));
    var transport = transport();

    inTime(transport, HttpRequest.of("GET", silent.uri("/"), SHORT));

    assertTrue(text(send(transport, get(server.uri("/")))).equals("well"));
  }

  private void stallsAfter(String beginning) {
    timesOut(
        server(
            exchange -> {
              exchange.write(beginning);
              exchange.stall();
            }));
  }

  private void drips(String beginning, String drop) {
    timesOut(
        server(
            exchange -> {
              exchange.write(beginning);
              while (true) {
                exchange.write(drop);
                TestPacing.rest(Duration.ofMillis(20));
              }
            }));
  }

  private void timesOut(TestServer server) {
    var request = HttpRequest.of("GET", server.uri("/"), SHORT);

    assertFailure(Reason.TIMEOUT, true, inTime(transport(), request));
  }

  private HttpTransportException inTime(HttpTransport transport, HttpRequest request) {
    return assertTimeout(SHORT.plus(TOLERANCE), () -> failure(transport, request));
  }
}
