package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An interrupt ends a blocking request at once. */
abstract class InterruptTests extends TransportTests {
  InterruptTests(KitContext context) {
    super(context);
  }

  @Test
  void endsARequestThatAwaitsItsResponse() throws Exception {
    var server = server(TestExchange::stall);

    interruptEnds(server);

    assertTrue(server.awaitFirstDisconnect());
  }

  @Test
  void endsARequestThatAwaitsItsBody() throws Exception {
    interruptEnds(
        server(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nsome");
              exchange.stall();
            }));
  }

  @Test
  void endsARequestBeforeItStarts() throws Exception {
    var server = server(TestExchange::stall);
    var transport = transport();

    Thread.currentThread().interrupt();

    assertThrows(InterruptedException.class, () -> send(transport, get(server.uri("/"))));
  }

  @Test
  void leavesTheTransportUsable() throws Exception {
    var server = server(exchange -> exchange.respond(200, "well"));
    var transport = transport();

    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> send(transport, get(server.uri("/"))));

    assertEquals("well", text(send(transport, get(server.uri("/")))));
  }

  private void interruptEnds(TestServer server) throws Exception {
    var transport = transport();
    var request = get(server.uri("/"));
    var ended = new CompletableFuture<Duration>();
    var thread =
        new Thread(
            () -> {
              try {
                send(transport, request);
                ended.completeExceptionally(new AssertionError("The request was answered"));
              } catch (InterruptedException e) {
                ended.complete(Duration.ofNanos(System.nanoTime()));
              } catch (Throwable e) {
                ended.completeExceptionally(e);
              }
            });
    thread.start();
    assertTrue(server.awaitFirstRequest());

    var interrupted = Duration.ofNanos(System.nanoTime());
    thread.interrupt();

    var took = ended.get(20, TimeUnit.SECONDS).minus(interrupted);
    assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, () -> "It took " + took);
  }
}
