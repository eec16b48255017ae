package canon.cpp.cloudservice.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.Threads;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both transports say the same about a connection that cannot be made, in both ways of calling. */
@Timeout(60)
class NoConnectionMessagesTest {
  @ParameterizedTest
  @EnumSource
  void refusedPort(TransportCase transports) {
    int port = SocketServer.closedPort();

    assertFailure(
        transports,
        URI.create("http://localhost:" + port),
        Reason.CONNECT,
        "the connection to localhost:" + port + " was refused");
  }

  @ParameterizedTest
  @EnumSource
  void unknownHost(TransportCase transports) {
    try (HttpTransport transport =
        transports.openResolving(
            host -> {
              throw new UnknownHostException(host);
            })) {
      assertFailure(
          transports.failure(transport, request(URI.create("http://unknown.invalid"))),
          Reason.CONNECT,
          "the host name of unknown.invalid is not known");
    }
  }

  @ParameterizedTest
  @EnumSource
  void httpsToPortThatRespondsWithoutTls(TransportCase transports) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var unused = Threads.start(() -> respondToBadRequest(server));
      assertFailure(
          transports,
          URI.create("https://localhost:" + server.getLocalPort()),
          Reason.TLS,
          "the server does not use TLS on this port");
    }
  }

  @ParameterizedTest
  @EnumSource
  void httpsToPortThatNeverResponds(TransportCase transports) throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      assertFailure(
          transports,
          URI.create("https://localhost:" + mute.getLocalPort()),
          Reason.CONNECT,
          "no TLS connection to localhost:" + mute.getLocalPort() + " within the timeout");
    }
  }

  /** Responds as servers do to bytes that are not HTTP. */
  private static boolean respondToBadRequest(ServerSocket server) {
    try (Socket client = server.accept()) {
      int first = client.getInputStream().read();
      client
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII));
      client.shutdownOutput();
      client.getInputStream().transferTo(OutputStream.nullOutputStream());
      return first >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static void assertFailure(
      TransportCase transports, URI uri, Reason reason, String message) {
    try (HttpTransport transport = transports.open()) {
      assertFailure(transports.failure(transport, request(uri)), reason, message);
    }
  }

  private static void assertFailure(HttpTransportException failure, Reason reason, String message) {
    assertThat(failure.reason()).as(failure.toString()).isEqualTo(reason);
    assertThat(failure).hasMessage(message);
    assertThat(failure.mayHaveBeenSent()).isFalse();
  }

  private static HttpRequest request(URI uri) {
    return HttpRequest.of("POST", uri, Duration.ofMillis(800)).withBody(new byte[] {1});
  }
}
