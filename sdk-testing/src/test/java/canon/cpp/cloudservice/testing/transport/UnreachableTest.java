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

/** A transport serves a cloud service and identity providers, so it says whom it did not reach. */
class UnreachableTest {
  @ParameterizedTest
  @EnumSource
  void namesAHostThatIsNotKnown(Probing transport) {
    assertNotReached(
        transport,
        ProxySettings.none(),
        URI.create("https://no-such-host.invalid/v1"),
        "the host name of no-such-host.invalid is not known");
  }

  @ParameterizedTest
  @EnumSource
  void namesHostAndPortThatReject(Probing transport) {
    URI nobody = nobody();

    assertNotReached(
        transport, ProxySettings.none(), nobody, "connection to localhost:" + nobody.getPort());
  }

  @ParameterizedTest
  @EnumSource
  void namesAProxyThatRejects(Probing transport) {
    int port = nobody().getPort();

    assertNotReached(
        transport,
        ProxySettings.of("localhost", port),
        URI.create("http://service.invalid"),
        "connection to the proxy localhost:" + port);
  }

  private static URI nobody() {
    TestServer server = TestServer.clear(exchange -> exchange.answer(200, ""));
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
