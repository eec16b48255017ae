package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.SocketServer.Handler;
import canon.cpp.cloudservice.harness.SocketServer.Request;
import canon.cpp.cloudservice.harness.TransportCase;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server of TLS 1.3 sends session tickets and key updates at any time, on idle connections too.
 * Such a connection is used again, unlike one on which a response arrived before its request.
 */
@Timeout(60)
class TlsConnectionReuseTest {
  private static final int REQUESTS = 20;

  /** A permit for each response after which everything is sent. */
  private final Semaphore idle = new Semaphore(0);

  @ParameterizedTest
  @EnumSource
  void sequentialRequestsUseOneConnection(TransportCase transports) throws Exception {
    assertThat(connections(transports, request -> request.respond(200, "{}"))).isEqualTo(1);
  }

  /** Java's HttpClient closes the connection then, unless it is quicker. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "URL_.*")
  void messagesOfTlsDoNotEndAnIdleConnection(TransportCase transports) throws Exception {
    assertThat(connections(transports, TlsConnectionReuseTest::respondAndUpdateKey)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = "URL_.*")
  void connectionOnWhichDataArrivedIsNotUsedAgain(TransportCase transports) throws Exception {
    int connections =
        connections(
            transports,
            request -> {
              respondAndUpdateKey(request);
              request.respond(203, "{}");
            });

    assertThat(connections).isEqualTo(REQUESTS);
  }

  /** Sends requests one after the other, each when the server has sent all that it wants to. */
  private int connections(TransportCase transports, Handler handler) throws Exception {
    Handler counting =
        request -> {
          assertThat(((SSLSocket) request.socket()).getSession().getProtocol())
              .isEqualTo("TLSv1.3");
          handler.handle(request);
          idle.release();
        };
    try (SocketServer server = SocketServer.tls(counting);
        HttpTransport transport = transports.open()) {
      for (int i = 0; i < REQUESTS; i++) {
        HttpRequest request = HttpRequest.of("GET", server.uri("/" + i), Duration.ofSeconds(30));
        assertThat(transports.send(transport, request).status()).isEqualTo(200);
        assertThat(idle.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(server.requests()).hasSize(REQUESTS);
      return server.connections();
    }
  }

  /** Sends a message of TLS after the response. */
  private static void respondAndUpdateKey(Request request) throws IOException {
    request.respond(200, "{}");
    ((SSLSocket) request.socket()).startHandshake();
  }
}
