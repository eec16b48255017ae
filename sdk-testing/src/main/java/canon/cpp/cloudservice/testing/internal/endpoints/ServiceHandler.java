package canon.cpp.cloudservice.testing.internal.endpoints;

import canon.cpp.cloudservice.testing.internal.server.HttpExchanges;
import canon.cpp.cloudservice.testing.internal.service.FakeService;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import canon.cpp.cloudservice.time.Timer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Passes the requests of a JDK server to the fake. A held request does not occupy a thread: any
 * number of held requests leaves the server responsive, also for the request that releases them.
 */
public final class ServiceHandler implements HttpHandler {
  private final FakeService service;
  private final ResponseWriter writer;

  public ServiceHandler(FakeService service, Clock clock, Timer timer) {
    this.service = service;
    this.writer = new ResponseWriter(clock, timer);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    CompletableFuture<ServiceResponse> handled =
        service.handle(HttpExchanges.request(exchange, Limits.BODY_BYTES));
    CompletableFuture<Void> written =
        handled.isDone()
            ? handled.thenAccept(response -> write(exchange, response))
            : handled.thenAcceptAsync(response -> write(exchange, response), threads(exchange));
    // Closing an exchange whose response is incomplete breaks the connection; so does a server
    // that was closed meanwhile.
    var unused = written.whenComplete((done, failure) -> exchange.close());
  }

  /**
   * Returns the caller that releases a request must not wait until its client has read the
   * response.
   */
  private static Executor threads(HttpExchange exchange) {
    return exchange.getHttpContext().getServer().getExecutor();
  }

  private void write(HttpExchange exchange, ServiceResponse response) {
    if (!response.delivery().begins()) {
      return;
    }
    try {
      writer.write(exchange, response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
