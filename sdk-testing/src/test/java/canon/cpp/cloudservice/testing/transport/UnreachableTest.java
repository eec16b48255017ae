package canon.cpp.cloudservice.testing.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.http.ProxySettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The message names the host that was not reached: a transport connects to several services. */
class UnreachableTest {
  @ParameterizedTest
  @EnumSource
  void namesAnUnknownHost(Probing transport) {
    assertNotReached(
        transport,
        ProxySettings.none(),
        URI.create("https://no-such-host.invalid/v1"),
        "the host name of no-such-host.invalid is not known");
  }

  @ParameterizedTest
  @EnumSource
  void namesHostAndPortThatRefuseConnections(Probing transport) {
    URI closedPort = closedPort();

    assertNotReached(
        transport,
        ProxySettings.none(),
        closedPort,
        "connection to localhost:" + closedPort.getPort());
  }

  @ParameterizedTest
  @EnumSource
  void namesAProxyThatRefusesConnections(Probing transport) {
    int port = closedPort().getPort();

    assertNotReached(
        transport,
        ProxySettings.of("localhost", port),
        URI.create("http://service.invalid"),
        "connection to the proxy localhost:" + port);
  }

  private static URI closedPort() {
    TestServer server = TestServer.clear(exchange -> exchange.respond(200, ""));
    server.close();
    return server.uri("/");
  }

  private static void assertNotReached(
      Probing transport, ProxySettings proxy, URI address, String message) {
    try (var network = transport.builder().proxy(proxy).build()) {
      var request = HttpRequest.of("GET", address, Duration.ofSeconds(20));

      var failure = catchThrowableOfType(HttpTransportException.class, () -> network.send(request));

      assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
      assertThat(failure).hasMessageContaining(message);
    }
  }
}
