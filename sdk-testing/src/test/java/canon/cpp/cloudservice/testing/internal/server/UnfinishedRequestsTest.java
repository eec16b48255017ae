package canon.cpp.cloudservice.testing.internal.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.internal.identity.crypto.TestTls;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a client starts and does not finish. */
class UnfinishedRequestsTest {
  /** More than the number that once blocked the server. */
  private static final int MANY = 100;

  private static final String PARTIAL_HEAD = "GET / HTTP/1.1\r\nHost: loc";
  private static final String HALF_A_BODY =
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nhalf";

  /** The start of a TLS record: handshake, version 3.1, 512 bytes. */
  private static final String HALF_A_HANDSHAKE = "\u0016\u0003\u0001\u0002\u0000\u0001";

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void closeSockets() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PARTIAL_HEAD, HALF_A_BODY})
  void unfinishedRequestsDoNotBlockOthers(String start) throws Exception {
    try (JdkServer server = JdkServer.inClear("unfinished")) {
      server.start(UnfinishedRequestsTest::respond);
      for (int i = 0; i < MANY; i++) {
        begin(server, start);
      }

      assertThat(request("http", server)).isEqualTo("hello");
    }
  }

  @Test
  void unfinishedHandshakesDoNotBlockOthers() throws Exception {
    try (JdkServer server = JdkServer.secured("unfinished", TestTls.shared().server())) {
      server.start(UnfinishedRequestsTest::respond);
      for (int i = 0; i < MANY; i++) {
        begin(server, HALF_A_HANDSHAKE);
      }

      assertThat(request("https", server)).isEqualTo("hello");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PARTIAL_HEAD, HALF_A_BODY})
  void anUnfinishedRequestIsEndedAtTheReadTimeout(String start) throws Exception {
    try (JdkServer server =
        JdkServer.inClear("unfinished", JdkServer.anyPort(), Duration.ofMillis(200))) {
      server.start(UnfinishedRequestsTest::respond);

      assertThat(isClosed(begin(server, start))).isTrue();
      assertThat(request("http", server)).isEqualTo("hello");
    }
  }

  @Test
  void anUnfinishedHandshakeIsEndedAtTheReadTimeout() throws Exception {
    try (JdkServer server =
        JdkServer.secured(
            "unfinished", JdkServer.anyPort(), TestTls.shared().server(), Duration.ofMillis(200))) {
      server.start(UnfinishedRequestsTest::respond);

      assertThat(isClosed(begin(server, HALF_A_HANDSHAKE))).isTrue();
    }
  }

  private Socket begin(JdkServer server, String start) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    sockets.add(socket);
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(start.getBytes(UTF_8));
    socket.getOutputStream().flush();
    return socket;
  }

  private static boolean isClosed(Socket socket) throws IOException {
    try {
      socket.getInputStream().readAllBytes();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static String request(String scheme, JdkServer server) throws Exception {
    URI address = URI.create(scheme + "://localhost:" + server.port());
    return HttpClient.newBuilder()
        .sslContext(TestTls.shared().client())
        .build()
        .send(
            HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(15)).build(),
            BodyHandlers.ofString())
        .body();
  }

  private static void respond(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpExchanges.body(exchange, 100);
      HttpExchanges.send(exchange, 200, Map.of(), "hello".getBytes(UTF_8));
    }
  }
}
