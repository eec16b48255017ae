package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Cancelling abandons the exchange and frees its connection. */
abstract class CancelTests extends TransportTests {
  CancelTests(KitContext context) {
    super(context);
  }

  @Test
  void closesTheConnectionOfARequestThatAwaitsItsResponse() throws Exception {
    var server = server(TestExchange::stall);
    var answer = transport().sendAsync(get(server.uri("/")));
    assertTrue(server.awaitFirstRequest());

    assertTrue(answer.cancel(true));

    assertTrue(server.awaitFirstDisconnect());
  }

  @Test
  void doesNotAffectOtherRequests() throws Exception {
    var silent = server(TestExchange::stall);
    var server = server(exchange -> exchange.respond(200, "well"));
    var transport = transport();
    List<CompletableFuture<?>> cancelled = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      cancelled.add(transport.sendAsync(get(silent.uri("/"))));
    }

    cancelled.forEach(one -> one.cancel(true));

    var answer = transport.sendAsync(get(server.uri("/"))).get(10, TimeUnit.SECONDS);
    assertEquals("well", text(answer));
  }

  @Test
  void hasNoEffectAfterTheResponse() throws Exception {
    var server = server(exchange -> exchange.respond(200, "well"));
    var transport = transport();
    var answer = transport.sendAsync(get(server.uri("/")));
    answer.get(10, TimeUnit.SECONDS);

    answer.cancel(true);
    transport.sendAsync(get(server.uri("/"))).get(10, TimeUnit.SECONDS);

    assertEquals(1, server.connections());
  }
}
