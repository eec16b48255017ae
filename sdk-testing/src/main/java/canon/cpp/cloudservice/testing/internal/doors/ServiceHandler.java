package canon.cpp.cloudservice.testing.internal.doors;

import canon.cpp.cloudservice.testing.internal.server.Exchanges;
import canon.cpp.cloudservice.testing.internal.service.FakeService;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.time.Timer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.ExecutionException;

/** Has the fake answer what a server of the JDK has received. */
public final class ServiceHandler implements HttpHandler {
  private final FakeService service;
  private final AnswerWriter writer;

  public ServiceHandler(FakeService service, Clock clock, Timer timer) {
    this.service = service;
    this.writer = new AnswerWriter(clock, timer);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer =
          service.handle(Exchanges.request(exchange, ServiceRequest.MAX_BODY_BYTES)).get();
      // Closing an exchange that has not been answered to the end breaks the connection.
      if (answer.delivery().begins()) {
        writer.write(exchange, answer);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The door is being closed.
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }
}
