package canon.cpp.cloudservice.testing.internal.standalone;

import canon.cpp.cloudservice.http.HttpHeaders;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.admin.AdminApi;
import canon.cpp.cloudservice.testing.internal.console.Console;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.endpoints.ServiceHandler;
import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import canon.cpp.cloudservice.testing.internal.server.HttpExchanges;
import canon.cpp.cloudservice.testing.internal.server.JdkServer;
import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fake as a server, with the paths that control it next to those of the service. */
public final class StandaloneServer implements AutoCloseable {
  private final FakeContext parts = new FakeContext(new FakeClock());
  private final AdminApi admin;
  private final ServiceHandler service;
  private final Console console;
  private final OriginGuard originGuard;
  private final JdkServer server;
  private final URI address;

  private StandaloneServer(
      StateData seed, InetSocketAddress listen, Collection<String> names, @Nullable TestTls tls)
      throws IOException {
    String scheme = tls == null ? "http" : "https";
    parts.atomically(() -> parts.keeper().put(seed));
    admin = new AdminApi(parts, seed);
    service = new ServiceHandler(parts.service(), parts.clock(), parts.clock());
    originGuard = new OriginGuard(scheme, names);
    server =
        tls == null
            ? JdkServer.inClear("fake", listen)
            : JdkServer.secured("fake", listen, tls.server());
    console = new Console(parts, admin, server.port(), tls != null);
    address = URI.create(scheme + "://" + host(listen.getAddress()) + ":" + server.port());
    server.start(this::handle);
  }

  /**
   * Starts a fake.
   *
   * @param listen the address and the port; port 0 for any that is free
   * @param names what it is called besides localhost
   * @param tls null for none
   * @throws IOException if the port cannot be opened
   */
  public static StandaloneServer start(
      StateData seed, InetSocketAddress listen, Collection<String> names, @Nullable TestTls tls)
      throws IOException {
    return new StandaloneServer(seed, listen, names, tls);
  }

  /** Returns its address on this machine. */
  public URI address() {
    return address;
  }

  /** Aborts held requests and stops listening. */
  @Override
  public void close() {
    parts.faults().close();
    server.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    HttpHeaders headers = HttpHeaders.of(exchange.getRequestHeaders());
    String path = HttpExchanges.path(exchange);
    Optional<Problem> foreign = originGuard.rejectHost(headers);
    if (foreign.isPresent()) {
      reject(exchange, foreign.get());
    } else if (Console.isFor(path)) {
      show(exchange, headers);
    } else if (AdminApi.isFor(path)) {
      steer(exchange, path, headers);
    } else {
      service.handle(exchange);
    }
  }

  private void show(HttpExchange exchange, HttpHeaders headers) throws IOException {
    boolean form = exchange.getRequestMethod().equals("POST");
    if (form && !originGuard.isFromOwnPage(headers)) {
      reject(exchange, OriginGuard.OTHER_ORIGIN);
      return;
    }
    try (exchange) {
      HttpExchanges.send(
          exchange, console.handle(HttpExchanges.request(exchange, console.maxBodyBytes())));
    }
  }

  private void steer(HttpExchange exchange, String path, HttpHeaders headers) throws IOException {
    if (!originGuard.isFromOwnPageOrNone(headers)) {
      reject(exchange, OriginGuard.OTHER_ORIGIN);
      return;
    }
    try (exchange) {
      int max = admin.maxBodyBytes(exchange.getRequestMethod(), path);
      send(exchange, admin.handle(HttpExchanges.request(exchange, max)));
    }
  }

  private static void reject(HttpExchange exchange, Problem problem) throws IOException {
    try (exchange) {
      send(exchange, ServiceResponse.problem(problem));
    }
  }

  private static void send(HttpExchange exchange, ServiceResponse response) throws IOException {
    HttpExchanges.send(exchange, response.status(), response.headers(), response.body());
  }

  /** Returns a local address for a wildcard address. */
  private static String host(InetAddress listen) {
    String host = listen.isAnyLocalAddress() ? "127.0.0.1" : listen.getHostAddress();
    return host.indexOf(':') < 0 ? host : "[" + host + "]";
  }
}
