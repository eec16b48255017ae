package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.harness.FreezingProxy;
import canon.cpp.cloudservice.harness.Http2Server;
import canon.cpp.cloudservice.harness.Replies;
import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/**
 * A connection that was good and now transports nothing, as after sleep or a change of network,
 * while new connections would work.
 */
@Timeout(60)
class DeadConnectionTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Responds on every connection until the test freezes it. */
  private static SocketServer oneConnectionEach(String body) {
    return SocketServer.clear(
        request -> {
          if (request.connection() == 1 && request.target().endsWith("/stalls")) {
            request.stall();
          }
          request.respond(200, body, "Content-Type: application/json");
        });
  }

  @ParameterizedTest
  @EnumSource
  void aRequestAfterAStalledOneUsesANewConnection(TransportCase transports) throws Exception {
    try (SocketServer server = oneConnectionEach("well");
        HttpTransport transport = transports.open()) {
      assertThat(transports.send(transport, get(server.uri("/"))).status()).isEqualTo(200);

      var failure =
          transports.failure(transport, get(server.uri("/stalls")).withResponseTimeout(SHORT));
      assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure.mayHaveBeenSent()).isTrue();

      assertThat(transports.send(transport, get(server.uri("/stalls"))).status()).isEqualTo(200);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "JDK.*")
  void allRequestsAfterAStalledHttp2ConnectionUseANewOne(TransportCase transports)
      throws Exception {
    try (Http2Server server = new Http2Server(100, new Responding());
        FreezingProxy network = new FreezingProxy(server.uri().getPort());
        HttpTransport transport = transports.open()) {
      URI uri = URI.create("https://localhost:" + network.port());
      assertThat(transports.send(transport, get(uri)).status()).isEqualTo(200);
      network.freeze();

      var failure = transports.failure(transport, get(uri).withResponseTimeout(SHORT));
      assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
      assertThat(failure.mayHaveBeenSent()).isTrue();

      for (int i = 0; i < 5; i++) {
        assertThat(transports.send(transport, get(uri)).status()).isEqualTo(200);
      }
      assertThat(network.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallOnADeadConnectionSucceedsOnANewOneWithinItsDeadline(TransportCase transports)
      throws Exception {
    try (SocketServer server =
            SocketServer.tls(
                request ->
                    request.respond(200, Replies.ACTIVATED, "Content-Type: application/json"));
        FreezingProxy network = new FreezingProxy(server.port())) {
      succeedsOnANewConnection(transports, network);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "JDK.*")
  void aCallOnADeadHttp2ConnectionSucceedsOnANewOneWithinItsDeadline(TransportCase transports)
      throws Exception {
    try (Http2Server server = new Http2Server(100, new Responding());
        FreezingProxy network = new FreezingProxy(server.uri().getPort())) {
      succeedsOnANewConnection(transports, network);
    }
  }

  private static void succeedsOnANewConnection(TransportCase transports, FreezingProxy network) {
    try (HttpTransport transport = transports.open();
        CloudServiceClient client =
            CloudServiceClient.builder(URI.create("https://localhost:" + network.port()))
                .transport(transport)
                .build()) {
      var activate = client.withToken("token").remoteControl().activate();
      assertThat(transports.mode().execute(activate)).isNotNull();
      network.freeze();

      var response =
          transports.mode().execute(activate.timeout(Duration.ofSeconds(6)).withResponse());

      assertThat(response.attempts()).isEqualTo(2);
      assertThat(network.connections()).isEqualTo(2);
    }
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.of("GET", uri, LONG);
  }

  private static final class Responding extends AbstractHandler {
    @Override
    public void handle(
        String target, Request jetty, HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      jetty.setHandled(true);
      response.setContentType("application/json");
      response.getWriter().write(Replies.ACTIVATED);
    }
  }
}
