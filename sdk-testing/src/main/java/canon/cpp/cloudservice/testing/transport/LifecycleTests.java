package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Opening and closing. */
abstract class LifecycleTests extends TransportTests {
  private static final int CYCLES = 50;

  LifecycleTests(KitContext context) {
    super(context);
  }

  @Test
  void rejectsRequestsAfterClosing() {
    var server = server(exchange -> exchange.respond(200, ""));
    var transport = transport();

    transport.close();

    assertFailure(Reason.CLOSED, false, failure(transport, get(server.uri("/"))));
    assertTrue(server.requests().isEmpty());
  }

  @Test
  void canBeClosedTwice() {
    var transport = transport();

    transport.close();
    transport.close();
  }

  @Test
  void closingDoesNotAffectOtherTransports() throws Exception {
    var server = server(exchange -> exchange.respond(200, "well"));
    var other = transport();

    send(other, get(server.uri("/")));
    var closed = transport();
    send(closed, get(server.uri("/")));
    closed.close();

    assertTrue(text(send(other, get(server.uri("/")))).equals("well"));
  }

  @Test
  void closingEndsARequestThatAwaitsItsResponse() throws Exception {
    closingEnds(server(TestExchange::stall));
  }

  @Test
  void closingEndsARequestThatAwaitsItsBody() throws Exception {
    closingEnds(
        server(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nsome");
              exchange.stall();
            }));
  }

  @Test
  void closingEndsAllThreads() throws Exception {
    var server = server(exchange -> exchange.respond(200, "well"));
    var group = new ThreadGroup("cycles");
    var cycles = new FutureTask<Void>(() -> openCallClose(server));
    new Thread(group, cycles).start();

    cycles.get(30, TimeUnit.SECONDS);

    assertEquals(CYCLES, server.requests().size());
    assertTrue(endsItsThreads(group), () -> "Still there: " + names(group));
  }

  private Void openCallClose(TestServer server) throws Exception {
    for (int i = 0; i < CYCLES; i++) {
      var transport = transport();
      send(transport, get(server.uri("/")));
      transport.close();
    }
    return null;
  }

  /** Before JDK 21 its HTTP client only ends its thread when it is collected. */
  private static boolean endsItsThreads(ThreadGroup group) {
    long end = System.nanoTime() + LONG_TIMEOUT.toNanos();
    while (group.activeCount() > 0 && System.nanoTime() < end) {
      System.gc();
      TestPacing.rest(Duration.ofMillis(20));
    }
    return group.activeCount() == 0;
  }

  private static List<String> names(ThreadGroup group) {
    var threads = new Thread[100];
    int count = group.enumerate(threads);
    return Arrays.stream(threads, 0, count).map(Thread::getName).toList();
  }

  private void closingEnds(TestServer server) throws Exception {
    var transport = transport();
    var request = get(server.uri("/"));
    var ended = new CompletableFuture<HttpTransportException>();
    var thread =
        new Thread(
            () -> {
              try {
                ended.complete(failure(transport, request));
              } catch (Throwable e) {
                ended.completeExceptionally(e);
              }
            });
    thread.start();
    assertTrue(server.awaitFirstRequest());

    transport.close();

    var failure = assertTimeout(TOLERANCE, () -> ended.get(20, TimeUnit.SECONDS));
    assertFailure(Reason.CLOSED, true, failure);
  }
}
