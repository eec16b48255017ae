package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import canon.cpp.cloudservice.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Connections are reused, and responses are never mixed up. */
abstract class ConnectionTests extends TransportTests {
  private static final int TIMES = 20;

  ConnectionTests(KitContext context) {
    super(context);
  }

  @Test
  void areReused() throws Exception {
    usedAgain(server(exchange -> exchange.respond(200, "{}")));
  }

  @Test
  void areReusedAfterAChunkedBody() throws Exception {
    usedAgain(server(exchange -> exchange.respondChunked(200, bytes("{}"))));
  }

  @Test
  void areReusedAfterAnEmptyBody() throws Exception {
    usedAgain(server(exchange -> exchange.respond(200, "")));
  }

  @Test
  void areReusedAfterAnError() throws Exception {
    usedAgain(server(exchange -> exchange.respond(404, "{\"code\":\"not-found\"}")));
  }

  @Test
  void areReusedAfterAnErrorWithoutABody() throws Exception {
    usedAgain(server(exchange -> exchange.respond(503, "")));
  }

  @Test
  void areReplacedAfterTheServerClosedThem() throws Exception {
    var server =
        server(
            exchange -> {
              exchange.respond(200, "{}", "Connection: close");
              exchange.close();
            });
    var transport = transport();

    for (int i = 0; i < TIMES; i++) {
      assertEquals(200, send(transport, post(server.uri("/"), "{}")).status());
    }

    assertEquals(TIMES, server.requests().size());
  }

  @Test
  void serveManyConcurrentRequests() throws Exception {
    var threads = 16;
    var each = 25;
    var server = server(exchange -> exchange.respond(200, exchange.request().body()));
    var transport = transport();
    var start = new CyclicBarrier(threads);
    var pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> work = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        var name = "thread " + thread + " request ";
        work.add(
            pool.submit(
                () -> {
                  start.await();
                  for (int i = 0; i < each; i++) {
                    assertEquals(name + i, text(send(transport, echo(server, name + i))));
                  }
                  return null;
                }));
      }
      joinAll(work);
    } finally {
      pool.shutdownNow();
    }
    assertEquals(threads * each, server.requests().size());
  }

  private void usedAgain(TestServer server) throws Exception {
    var transport = transport();

    for (int i = 0; i < TIMES; i++) {
      send(transport, post(server.uri("/"), "{}"));
      send(transport, get(server.uri("/")));
    }

    assertEquals(2 * TIMES, server.requests().size());
    assertEquals(1, server.connections());
  }

  private static HttpRequest echo(TestServer server, String text) {
    return HttpRequest.of("POST", server.uri("/"), LONG_TIMEOUT).withBody(bytes(text));
  }

  private static void joinAll(List<Future<Void>> work)
      throws InterruptedException, ExecutionException {
    for (Future<Void> one : work) {
      one.get();
    }
  }
}
