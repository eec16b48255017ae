package canon.cpp.cloudservice.testing.transport;

import static canon.cpp.cloudservice.diagnosis.CheckKind.CONNECTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.NAME_RESOLUTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.PROXY;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TLS;
import static canon.cpp.cloudservice.diagnosis.CheckState.FAILED;
import static canon.cpp.cloudservice.diagnosis.CheckState.OK;
import static canon.cpp.cloudservice.diagnosis.CheckState.SKIPPED;
import static canon.cpp.cloudservice.testing.transport.Probing.assertCheck;
import static canon.cpp.cloudservice.testing.transport.Probing.probe;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Probes of both transports through a proxy. */
@Timeout(60)
class ProbeThroughProxyTest {
  /** Only the proxy can resolve it. */
  private static final URI SERVICE = URI.create("https://service.invalid");

  private static final String PASSWORD = "proxy-password-5d1e";

  @AutoClose private final Opened opened = new Opened();

  @ParameterizedTest
  @EnumSource
  void checksThroughTheTunnel(Probing transport) throws Exception {
    TestServer service = opened.tls(TestCertificates.LOCALHOST);
    TestServer proxy = opened.clear(exchange -> exchange.tunnelTo(service.port()));

    Connectivity found = probe(through(transport, proxy), service.uri("/"));

    assertCheck(
        found,
        NAME_RESOLUTION,
        OK,
        "(the proxy; it looks up the name localhost itself) resolves to",
        "");
    assertCheck(found, CONNECTION, OK, "connected to localhost:" + proxy.port(), "");
    assertCheck(found, PROXY, OK, "opened a tunnel to localhost:" + service.port(), "");
    assertCheck(found, TLS, OK, "issued by Test kit authority", "");
    assertThat(proxy.onlyRequest().method()).isEqualTo("CONNECT");
    assertThat(proxy.onlyRequest().header("Authorization")).isNull();
    assertThat(service.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void reportsAProxyThatInspectsTls(Probing transport) throws Exception {
    TestServer inspector = opened.tls(TestCertificates.UNKNOWN_AUTHORITY);
    TestServer proxy = opened.clear(exchange -> exchange.tunnelTo(inspector.port()));

    Connectivity found = probe(through(transport, proxy), inspector.uri("/"));

    assertCheck(found, PROXY, OK, "opened a tunnel", "");
    assertCheck(
        found, TLS, FAILED, "unknown authority (Test kit untrusted authority)", "withTrustAnchors");
    assertThat(found.certificates().get(0).issuer()).isEqualTo("Test kit untrusted authority");
  }

  @ParameterizedTest
  @EnumSource
  void reportsThatTheProxyRequiresAPassword(Probing transport) {
    TestServer proxy = opened.clear(exchange -> exchange.respond(407, "<html>Password!</html>"));

    Connectivity found = probe(through(transport, proxy), SERVICE);

    assertCheck(
        found,
        PROXY,
        FAILED,
        "the proxy localhost:" + proxy.port() + " requires a user name and a password",
        "Set them with ProxySettings.withCredentials.");
    assertCheck(found, TLS, SKIPPED, "because an earlier check failed", "");
  }

  @ParameterizedTest
  @EnumSource
  void withholdsThePasswordWhereJavaDoes(Probing transport) {
    TestServer proxy = opened.clear(exchange -> exchange.respond(407, ""));
    ProxySettings settings =
        ProxySettings.of("localhost", proxy.port()).withCredentials("user", PASSWORD);

    Connectivity found = probe(through(transport, settings), SERVICE);

    assertCheck(found, PROXY, FAILED, "which Java does not send", "disabledSchemes=");
    assertThat(proxy.onlyRequest().header("Proxy-Authorization")).isNull();
    assertThat(found.toString()).doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @EnumSource
  void reportsThatTheProxyForbidsTheTunnel(Probing transport) {
    TestServer proxy = opened.clear(exchange -> exchange.respond(403, "<html>Forbidden!</html>"));

    Connectivity found = probe(through(transport, proxy), SERVICE);

    assertCheck(
        found,
        PROXY,
        FAILED,
        "does not allow the connection (status 403)",
        "whether it allows connections to service.invalid:443");
  }

  @ParameterizedTest
  @EnumSource
  void reportsThatTheProxyCannotReachTheService(Probing transport) {
    TestServer proxy = opened.clear(exchange -> exchange.respond(502, ""));

    Connectivity found = probe(through(transport, proxy), SERVICE);

    assertCheck(found, PROXY, FAILED, "could not reach the service (status 502)", "operator");
  }

  @ParameterizedTest
  @EnumSource
  void reportsAServerThatIsNotAProxy(Probing transport) {
    TestServer other = opened.clear(exchange -> exchange.write("220 mail.example ESMTP\r\n\r\n"));
    TestServer silent = opened.clear(TestExchange::close);

    assertCheck(
        probe(through(transport, other), SERVICE),
        PROXY,
        FAILED,
        "is not an HTTP proxy",
        "host and port");
    assertCheck(
        probe(through(transport, silent), SERVICE), PROXY, FAILED, "closed the connection", "");
  }

  @ParameterizedTest
  @EnumSource
  void endsInTimeWhenTheProxyIsSilent(Probing transport) {
    TestServer silent = opened.clear(TestExchange::stall);

    Connectivity found = probe(through(transport, silent), SERVICE, Duration.ofMillis(400));

    assertCheck(found, PROXY, FAILED, "did not open a tunnel to service.invalid:443 within", "");
  }

  @ParameterizedTest
  @EnumSource
  void reportsThatTheProxyIsDown(Probing transport) {
    TestServer proxy = TestServer.clear(exchange -> exchange.respond(200, ""));
    proxy.close();

    Connectivity found = probe(through(transport, proxy), SERVICE);

    assertCheck(found, CONNECTION, FAILED, "was refused", "Check host and port of the proxy");
  }

  @ParameterizedTest
  @EnumSource
  void reportsAnUnknownProxyHost(Probing transport) {
    ProxySettings settings = ProxySettings.of("no-such-proxy.invalid", 8080);

    Connectivity found = probe(through(transport, settings), SERVICE);

    assertCheck(
        found, NAME_RESOLUTION, FAILED, "no-such-proxy.invalid (the proxy;", "name of the proxy");
  }

  @ParameterizedTest
  @EnumSource
  void opensNoTunnelForHttp(Probing transport) {
    TestServer proxy = opened.clear(exchange -> exchange.respond(200, ""));

    Connectivity found = probe(through(transport, proxy), URI.create("http://service.invalid"));

    assertCheck(found, CONNECTION, OK, "connected to localhost:" + proxy.port(), "");
    assertCheck(found, PROXY, SKIPPED, "need no tunnel", "");
    assertThat(proxy.requests()).isEmpty();
  }

  private HttpTransport through(Probing transport, TestServer proxy) {
    return through(transport, ProxySettings.of("localhost", proxy.port()));
  }

  private HttpTransport through(Probing transport, ProxySettings proxy) {
    TrustSettings trust = TrustSettings.only(TestCertificates.shared().trustStore());
    return opened.add(transport.builder().proxy(proxy).trust(trust).build());
  }
}
