package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.TransportCase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Peers that keep a connection open after something unusual do not make sockets pile up. */
@Timeout(60)
class SocketLeakTest {
  private static final int REQUESTS = 6;
  private static final Duration LONG = Duration.ofSeconds(20);

  /** Some responses never end. */
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Before JDK 21 nothing closes the connection of the first response that is not HTTP. */
  private static final int UNCLOSEABLE = Runtime.version().feature() < 21 ? 1 : 0;

  static List<Arguments> aPeerThatDoesNotSpeakHttp() {
    List<String> responses =
        List.of(
            "SSH-2.0-OpenSSH_9.6\r\n",
            "<html>HTTP/0.9 has no status line</html>",
            "HTTP/1.1 200 OK\r\nContent Length: 4\r\n\r\nwell",
            "HTTP/1.1 200 OK\r\nContent-Length: four\r\n\r\nwell",
            "HTTP/1.1 200 OK\r\nX-A: " + "v".repeat(500_000) + "\r\n\r\n",
            "HTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\n".repeat(100));
    List<Arguments> all = new ArrayList<>();
    for (TransportCase transports : TransportCase.values()) {
      for (int i = 0; i < responses.size(); i++) {
        all.add(Arguments.of(transports, i, responses.get(i)));
      }
    }
    return all;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void aPeerThatDoesNotSpeakHttp(TransportCase transports, int number, String response) {
    try (SocketServer server =
        SocketServer.clear(
            request -> {
              request.write(response);
              request.stall();
            })) {
      try (HttpTransport transport = transports.open()) {
        for (int i = 0; i < REQUESTS; i++) {
          sendWhateverHappens(transports, transport, server.uri("/"));
        }
      }

      server.awaitDisconnections(server.connections() - (transports.isJdk() ? UNCLOSEABLE : 0));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "URL.*")
  void connectionsThatAreKeptAreClosedWithTheTransport(TransportCase transports) throws Exception {
    int[] statuses = {200, 304, 401, 404, 407, 413, 429, 500, 503};
    try (SocketServer server =
        SocketServer.tls(
            request -> {
              int status = Integer.parseInt(request.target().substring(1));
              if (status == 304) {
                request.write("HTTP/1.1 304 Not Modified\r\n\r\n");
              } else {
                request.respond(status, "body", "WWW-Authenticate: Bearer");
              }
            })) {
      try (HttpTransport transport = transports.open()) {
        for (int status : statuses) {
          assertThat(
                  transports
                      .send(transport, HttpRequest.of("GET", server.uri("/" + status), LONG))
                      .status())
              .isEqualTo(status);
        }
      }

      server.awaitDisconnections(server.connections());
    }
  }

  private static void sendWhateverHappens(
      TransportCase transports, HttpTransport transport, URI uri) {
    try {
      HttpResponse unused =
          transports.send(transport, HttpRequest.of("GET", uri, LONG).withResponseTimeout(SHORT));
    } catch (HttpTransportException e) {
      // Only the sockets matter here.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
