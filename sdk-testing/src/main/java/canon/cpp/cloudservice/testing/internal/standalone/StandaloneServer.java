package canon.cpp.cloudservice.testing.internal.standalone;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.admin.AdminApi;
import canon.cpp.cloudservice.testing.internal.doors.ServiceHandler;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Tls;
import canon.cpp.cloudservice.testing.internal.parts.FakeParts;
import canon.cpp.cloudservice.testing.internal.server.Exchanges;
import canon.cpp.cloudservice.testing.internal.server.JdkServer;
import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fake at a port, with the paths that steer it beside those of the service. */
public final class StandaloneServer implements AutoCloseable {
  private final FakeParts parts = new FakeParts(new FakeClock());
  private final AdminApi admin;
  private final ServiceHandler service;
  private final Gatekeeper gatekeeper;
  private final JdkServer server;
  private final URI address;

  private StandaloneServer(
      StateData seed, InetSocketAddress listen, Collection<String> names, @Nullable Tls tls)
      throws IOException {
    String scheme = tls == null ? "http" : "https";
    parts.atomically(() -> parts.keeper().put(seed));
    admin = new AdminApi(parts, seed);
    service = new ServiceHandler(parts.service(), parts.clock(), parts.clock());
    gatekeeper = new Gatekeeper(scheme, names);
    server =
        tls == null
            ? JdkServer.inClear("fake", listen)
            : JdkServer.secured("fake", listen, tls.server());
    address = URI.create(scheme + "://" + host(listen.getAddress()) + ":" + server.port());
    server.start(this::handle);
  }

  /**
   * Starts a fake.
   *
   * @param listen the address and the port; port 0 for any that is free
   * @param names what it is called besides localhost
   * @param tls null for none
   * @throws IOException if the port cannot be had
   * @throws IllegalArgumentException if the seed contradicts itself
   */
  public static StandaloneServer start(
      StateData seed, InetSocketAddress listen, Collection<String> names, @Nullable Tls tls)
      throws IOException {
    return new StandaloneServer(seed, listen, names, tls);
  }

  /** Where it is reached from this machine. */
  public URI address() {
    return address;
  }

  /** Gives up requests that are held, and listens no more. */
  @Override
  public void close() {
    parts.faults().close();
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders());
    String path = Exchanges.path(exchange);
    Optional<Problem> refused = gatekeeper.refuseHost(headers);
    if (refused.isEmpty() && !AdminApi.isFor(path)) {
      service.handle(exchange);
      return;
    }
    try (exchange) {
      Answer answer =
          refused.or(() -> gatekeeper.refuseOrigin(headers)).map(Answer::problem).orElse(null);
      if (answer == null) {
        int max = admin.maxBodyBytes(exchange.getRequestMethod(), path);
        answer = admin.handle(Exchanges.request(exchange, max));
      }
      Exchanges.send(exchange, answer.status(), answer.headers(), answer.body());
    }
  }

  /** Whatever is listened at: an address that leads there. */
  private static String host(InetAddress listen) {
    String host = listen.isAnyLocalAddress() ? "127.0.0.1" : listen.getHostAddress();
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }
}
