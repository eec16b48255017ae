package canon.cpp.cloudservice.testing.transport;

import static canon.cpp.cloudservice.diagnosis.CheckKind.CONNECTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.NAME_RESOLUTION;
import static canon.cpp.cloudservice.diagnosis.CheckKind.PROXY;
import static canon.cpp.cloudservice.diagnosis.CheckKind.TLS;
import static canon.cpp.cloudservice.diagnosis.CheckState.FAILED;
import static canon.cpp.cloudservice.diagnosis.CheckState.OK;
import static canon.cpp.cloudservice.diagnosis.CheckState.SKIPPED;
import static canon.cpp.cloudservice.testing.transport.Probing.assertCheck;
import static canon.cpp.cloudservice.testing.transport.Probing.check;
import static canon.cpp.cloudservice.testing.transport.Probing.probe;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.diagnosis.Check;
import canon.cpp.cloudservice.diagnosis.CheckKind;
import canon.cpp.cloudservice.diagnosis.Connectivity;
import canon.cpp.cloudservice.diagnosis.PresentedCertificate;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Probes of both transports over real sockets. */
@Timeout(60)
class ProbeTest {
  private static final Duration SHORT = Duration.ofMillis(400);

  @AutoClose private final Opened opened = new Opened();

  @ParameterizedTest
  @EnumSource
  void checksEveryStepAndSendsNothing(Probing transport) throws Exception {
    TestServer server = opened.tls(TestCertificates.LOCALHOST);

    Connectivity found = probe(trusting(transport), server.uri("/"));

    assertThat(found.checks())
        .extracting(Check::kind)
        .containsExactly(NAME_RESOLUTION, CONNECTION, PROXY, TLS);
    assertCheck(found, NAME_RESOLUTION, OK, "localhost resolves to ", "");
    assertCheck(found, CONNECTION, OK, "connected to localhost:" + server.port() + " at ", "");
    assertCheck(found, PROXY, SKIPPED, "no proxy is set", "ProxySettings");
    assertCheck(
        found, TLS, OK, "TLSv1.3; the certificate for localhost is issued by Test kit au", "");
    assertThat(check(found, TLS).finding())
        .endsWith(
            "trusted by Test kit authority, an authority of the trust store in TrustSettings");
    assertThat(server.awaitFirstDisconnect()).isTrue();
    assertThat(server.requests()).isEmpty();
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void reportsTheCertificates(Probing transport) throws Exception {
    TestServer server = opened.tls(TestCertificates.LOCALHOST);

    Connectivity found = probe(trusting(transport), server.uri("/"));

    assertThat(found.certificates())
        .extracting(PresentedCertificate::subject)
        .containsExactly("Test kit localhost", "Test kit authority");
    PresentedCertificate first = found.certificates().get(0);
    assertThat(first.issuer()).isEqualTo("Test kit authority");
    assertThat(first.validFrom()).isBefore(first.validUntil());
    assertThat(first.sha256()).isEqualTo(fingerprintOf(TestCertificates.LOCALHOST));
  }

  @ParameterizedTest
  @EnumSource
  void reportsATrustAnchorThatWasAdded(Probing transport) {
    TestServer server = opened.tls(TestCertificates.LOCALHOST);
    byte[] pem = TestCertificates.shared().authorityPem().getBytes(US_ASCII);
    HttpTransport network =
        opened.add(
            transport
                .builder()
                .proxy(ProxySettings.none())
                .trust(TrustSettings.system().withTrustAnchors(pem))
                .build());

    Connectivity found = probe(network, server.uri("/"));

    assertCheck(found, TLS, OK, "Test kit authority, an authority that was added with Trust", "");
  }

  @ParameterizedTest
  @EnumSource
  void reportsACertificateForAnotherHost(Probing transport) {
    rejects(
        transport,
        TestCertificates.OTHER_HOST,
        "is for another host name: it names other.example",
        "Check the address");
  }

  @ParameterizedTest
  @EnumSource
  void reportsAnExpiredCertificate(Probing transport) {
    rejects(transport, TestCertificates.EXPIRED, "expired at ", "check this machine's clock.");
  }

  @ParameterizedTest
  @EnumSource
  void reportsACertificateThatIsNotYetValid(Probing transport) {
    rejects(
        transport,
        TestCertificates.NOT_YET_VALID,
        "is not valid before",
        "Check this machine's clock");
  }

  @ParameterizedTest
  @EnumSource
  void reportsASelfSignedCertificate(Probing transport) {
    rejects(
        transport,
        TestCertificates.SELF_SIGNED,
        "self-signed (Test kit self-signed)",
        "withTrustAnchors.");
  }

  @ParameterizedTest
  @EnumSource
  void reportsTheUnknownAuthorityOfAnInspectingProxy(Probing transport) {
    rejects(
        transport,
        TestCertificates.UNKNOWN_AUTHORITY,
        "unknown authority (Test kit untrusted authority)",
        "If a proxy in your network inspects TLS");
  }

  @ParameterizedTest
  @EnumSource
  void doesNotTrustTheCertificateAfterwards(Probing transport) throws Exception {
    TestServer server = opened.tls(TestCertificates.SELF_SIGNED);
    HttpTransport network = trusting(transport);

    Connectivity unused = probe(network, server.uri("/"));

    HttpRequest request = HttpRequest.of("GET", server.uri("/"), Duration.ofSeconds(10));
    assertThatThrownBy(() -> network.send(request))
        .isInstanceOfSatisfying(
            HttpTransportException.class,
            e -> assertThat(e.reason()).isEqualTo(HttpTransportException.Reason.TLS));
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void reportsAServerWithoutTls(Probing transport) throws Exception {
    ServerSocket clear = opened.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    CompletableFuture<Void> unused =
        CompletableFuture.runAsync(
            () -> {
              try {
                Socket connection = opened.add(clear.accept());
                connection.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(US_ASCII));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });

    Connectivity found = probe(trusting(transport), https(clear.getLocalPort()));

    assertCheck(found, TLS, FAILED, "does not use TLS on this port", "Check host and port");
    assertThat(found.certificates()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void reportsAnAbortedHandshake(Probing transport) {
    TestServer clear = opened.clear(exchange -> exchange.respond(200, ""));

    Connectivity found = probe(trusting(transport), https(clear.port()));

    assertCheck(
        found, TLS, FAILED, "the TLS handshake with the server failed", "firewall or proxy");
  }

  @ParameterizedTest
  @EnumSource
  void skipsTlsForHttp(Probing transport) {
    TestServer clear = opened.clear(exchange -> exchange.respond(200, ""));

    Connectivity found = probe(trusting(transport), clear.uri("/"));

    assertCheck(found, CONNECTION, OK, "connected", "");
    assertCheck(found, TLS, SKIPPED, "the address is http", "");
    assertThat(clear.requests()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void reportsARefusedConnection(Probing transport) {
    TestServer gone = TestServer.clear(exchange -> exchange.respond(200, ""));
    gone.close();

    Connectivity found = probe(trusting(transport), https(gone.port()));

    assertCheck(found, CONNECTION, FAILED, "was refused, or there is no route", "firewall");
    assertCheck(found, PROXY, SKIPPED, "because an earlier check failed", "");
    assertCheck(found, TLS, SKIPPED, "because an earlier check failed", "");
  }

  @ParameterizedTest
  @EnumSource
  void reportsAnUnknownHost(Probing transport) {
    Connectivity found = probe(trusting(transport), URI.create("https://no-such-host.invalid"));

    assertCheck(
        found,
        NAME_RESOLUTION,
        FAILED,
        "the name no-such-host.invalid cannot be resolved",
        "Check the s");
    assertCheck(found, CONNECTION, SKIPPED, "because an earlier check failed", "");
  }

  @ParameterizedTest
  @EnumSource
  void endsInTimeWhenTheConnectionIsNotAccepted(Probing transport) throws Exception {
    UnresponsiveServer deaf = opened.add(UnresponsiveServer.open());

    Connectivity found = probe(trusting(transport), https(deaf.uri().getPort()), SHORT);

    assertCheck(found, NAME_RESOLUTION, OK, "localhost", "");
    assertCheck(
        found, CONNECTION, FAILED, "no connection to localhost", "A firewall may drop the packets");
    assertCheck(found, TLS, SKIPPED, "because an earlier check failed", "");
  }

  @ParameterizedTest
  @EnumSource
  void endsAfterTheConnectTimeoutWhenTheHandshakeStalls(Probing transport) {
    UnresponsiveServer deaf = opened.add(UnresponsiveServer.accepting());
    HttpTransport network = opened.add(transport.open(trust().withConnectTimeout(SHORT)));

    Connectivity found = probe(network, https(deaf.uri().getPort()));

    assertCheck(found, CONNECTION, OK, "connected", "");
    assertCheck(found, TLS, FAILED, "did not complete within 400 ms", "ask its operator");
    assertThat(check(found, TLS).duration()).isBetween(SHORT, Probing.AMPLE);
  }

  @ParameterizedTest
  @EnumSource
  void cancellingClosesTheConnection(Probing transport) throws Exception {
    TestServer silent = opened.clear(TestExchange::stall);
    HttpTransport network = trusting(transport);
    var probe = network.probe(https(silent.port()), Probing.AMPLE);
    while (silent.connections() == 0) {
      Thread.onSpinWait();
    }

    probe.cancel(true);

    assertThat(silent.awaitFirstDisconnect()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void closingTheTransportEndsIt(Probing transport) {
    UnresponsiveServer deaf = opened.add(UnresponsiveServer.accepting());
    HttpTransport network = trusting(transport);
    var probe = network.probe(https(deaf.uri().getPort()), Probing.AMPLE);

    network.close();

    assertThat(probe.handle((found, failure) -> true).join()).isTrue();
    assertThatThrownBy(() -> network.probe(https(1), Probing.AMPLE).join())
        .hasCauseInstanceOf(HttpTransportException.class);
  }

  private void rejects(Probing transport, String certificate, String finding, String remedy) {
    TestServer server = opened.tls(certificate);

    Connectivity found = probe(trusting(transport), server.uri("/"));

    assertCheck(found, CheckKind.TLS, FAILED, finding, remedy);
    assertThat(found.certificates()).isNotEmpty();
    assertThat(found.certificates().get(0).subject()).isEqualTo("Test kit " + certificate);
    assertThat(server.requests()).isEmpty();
  }

  private static String fingerprintOf(String name) throws Exception {
    Certificate certificate = TestCertificates.shared().keyStore(name).getCertificate(name);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
  }

  private static URI https(int port) {
    return URI.create("https://localhost:" + port);
  }

  private static TransportSetup trust() {
    return TransportSetup.PLAIN.withTrustStore(TestCertificates.shared().trustStore());
  }

  private HttpTransport trusting(Probing transport) {
    return opened.add(transport.open(trust()));
  }
}
