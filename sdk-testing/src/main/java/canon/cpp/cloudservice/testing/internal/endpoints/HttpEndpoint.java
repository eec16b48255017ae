package canon.cpp.cloudservice.testing.internal.endpoints;

import canon.cpp.cloudservice.testing.internal.server.JdkServer;
import canon.cpp.cloudservice.testing.internal.service.FakeService;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;

/**
 * The endpoint with a network: the JDK's own HTTP server, without TLS, on the loopback interface
 * only.
 */
public final class HttpEndpoint implements AutoCloseable {
  private final JdkServer server = JdkServer.inClear("fake-cloud-service");
  private final URI address;

  public HttpEndpoint(FakeService service, Clock clock, Timer timer) {
    server.start(new ServiceHandler(service, clock, timer));
    address = URI.create("http://127.0.0.1:" + server.port());
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() {
    server.close();
  }
}
