package canon.cpp.cloudservice.testing.internal.doors;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.internal.server.LoopbackServer;
import canon.cpp.cloudservice.testing.internal.service.FakeService;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.time.Timer;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutionException;

/** The door with a network: the JDK's own HTTP server, in clear, on the loopback interface only. */
public final class HttpDoor implements AutoCloseable {
  private final FakeService service;
  private final AnswerWriter writer;
  private final LoopbackServer server;
  private final URI address;

  public HttpDoor(FakeService service, Clock clock, Timer timer) {
    this.service = service;
    this.writer = new AnswerWriter(clock, timer);
    this.server = LoopbackServer.inClear("fake-cloud-service");
    server.start(this::handle);
    address = URI.create("http://127.0.0.1:" + server.port());
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = service.handle(read(exchange)).get();
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

  private static ServiceRequest read(HttpExchange exchange) throws IOException {
    byte[] body = LoopbackServer.body(exchange, ServiceRequest.MAX_BODY_BYTES + 1);
    URI uri = exchange.getRequestURI();
    String path = uri.getRawPath();
    return new ServiceRequest(
        exchange.getRequestMethod(),
        path == null || path.isEmpty() ? "/" : path,
        uri.getRawQuery(),
        HttpHeaders.of(exchange.getRequestHeaders()),
        body);
  }
}
