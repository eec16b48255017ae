package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.Test;

/** TLS: only trusted servers receive anything. */
abstract class TlsTests extends TransportTests {
  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final String[] OLD = {"TLSv1.1"};

  TlsTests(KitContext context) {
    super(context);
  }

  @Test
  void trustsAServerOfTheAuthority() throws Exception {
    var server = tls(TestCertificates.LOCALHOST);

    var response = send(trusting(), post(server.uri("/"), "{}"));

    assertEquals("secret answer", text(response));
    assertArrayEquals(bytes("{}"), server.onlyRequest().body());
  }

  @Test
  void reusesAConnection() throws Exception {
    var server = tls(TestCertificates.LOCALHOST);
    var transport = trusting();

    for (int i = 0; i < 10; i++) {
      send(transport, post(server.uri("/"), "{}"));
    }

    assertEquals(1, server.connections());
  }

  @Test
  void rejectsAnotherHost() {
    rejects(TestCertificates.OTHER_HOST, "host name");
  }

  @Test
  void rejectsAnExpiredCertificate() {
    rejects(TestCertificates.EXPIRED, "expired");
  }

  @Test
  void rejectsACertificateThatIsNotYetValid() {
    rejects(TestCertificates.NOT_YET_VALID, "not valid before");
  }

  @Test
  void rejectsASelfSignedCertificate() {
    rejects(TestCertificates.SELF_SIGNED, "self-signed");
  }

  @Test
  void rejectsAnUnknownAuthority() {
    rejects(TestCertificates.UNKNOWN_AUTHORITY, "unknown authority");
  }

  @Test
  void rejectsOldProtocols() {
    var server = tls(TestCertificates.LOCALHOST, socket -> socket.setEnabledProtocols(OLD));

    var failure = failure(trusting(), post(server.uri("/"), "{}"));

    assertTrue(failure.reason() == Reason.TLS || failure.reason() == Reason.CONNECTION_LOST);
    assertTrue(server.requests().isEmpty());
  }

  @Test
  void acceptsTls12() throws Exception {
    var server =
        tls(
            TestCertificates.LOCALHOST,
            socket -> socket.setEnabledProtocols(new String[] {"TLSv1.2"}));

    assertEquals("secret answer", text(send(trusting(), get(server.uri("/")))));
  }

  /** The server closes the connection. A transport may not know whether it has read the request. */
  @Test
  void reportsAServerWithoutTls() {
    var clear = server(exchange -> exchange.respond(200, ""));
    var uri = URI.create("https://localhost:" + clear.port() + "/");

    assertEquals(Reason.TLS, failure(trusting(), post(uri, "{}")).reason());
    assertTrue(clear.requests().isEmpty());
  }

  @Test
  void sendsAClientCertificate() throws Exception {
    var server = tls(TestCertificates.LOCALHOST, socket -> socket.setNeedClientAuth(true));
    var certificates = TestCertificates.shared();
    var setup =
        trust()
            .withClientKeys(
                certificates.keyStore(TestCertificates.CLIENT), certificates.password());

    assertEquals("secret answer", text(send(transport(setup), post(server.uri("/"), "{}"))));
  }

  @Test
  void failsWithoutARequiredClientCertificate() {
    var server = tls(TestCertificates.LOCALHOST, socket -> socket.setNeedClientAuth(true));

    var failure = failure(trusting(), post(server.uri("/"), "{}"));

    assertTrue(
        failure.reason() == Reason.TLS || failure.reason() == Reason.CONNECTION_LOST,
        failure::toString);
    assertTrue(server.requests().isEmpty());
  }

  /** TLS 1.2 allows the server to ask at any time. */
  @Test
  void mayHaveBeenSentWhenTheServerRequestsTheClientCertificateLater() {
    var tls12 =
        sockets(
            TestCertificates.LOCALHOST,
            socket -> socket.setEnabledProtocols(new String[] {"TLSv1.2"}));
    var server = closing(TestServer.tls(tls12, TestExchange::wantClientCertificate));

    var failure = failure(trusting(), post(server.uri("/"), "{}"));

    assertTrue(
        failure.reason() == Reason.TLS || failure.reason() == Reason.CONNECTION_LOST,
        failure::toString);
    assertFailure(failure.reason(), true, failure);
  }

  @Test
  void endsInTimeWhenTheHandshakeStalls() throws Exception {
    var deaf = closing(UnresponsiveServer.accepting());
    var uri = URI.create("https://localhost:" + deaf.uri().getPort() + "/");

    var failure = inTime(trusting(), HttpRequest.of("GET", uri, SHORT));

    assertTrue(failure.reason() == Reason.CONNECT || failure.reason() == Reason.TIMEOUT);
    assertFailure(failure.reason(), false, failure);
  }

  @Test
  void endsInTimeAndClosesTheConnectionWhenTheBodyStalls() throws Exception {
    var server =
        tls(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nsome");
              exchange.stall();
            });

    var failure = inTime(trusting(), HttpRequest.of("GET", server.uri("/"), SHORT));

    assertFailure(Reason.TIMEOUT, true, failure);
    assertTrue(server.awaitFirstDisconnect());
  }

  @Test
  void closesAReusedConnectionToo() throws Exception {
    var server =
        tls(
            exchange -> {
              if (exchange.request().target().equals("/well")) {
                exchange.respond(200, "well");
              } else {
                exchange.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                exchange.stall();
              }
            });
    var transport = trusting();
    send(transport, get(server.uri("/well")));

    var failure = inTime(transport, HttpRequest.of("GET", server.uri("/stall"), SHORT));

    assertFailure(Reason.TIMEOUT, true, failure);
    assertEquals(1, server.connections());
    assertTrue(server.awaitFirstDisconnect());
  }

  @Test
  void failsWhenTheConnectionEndsInTheBody() {
    var server =
        tls(
            exchange -> {
              exchange.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nsome");
              exchange.close();
            });

    assertFailure(Reason.CONNECTION_LOST, true, failure(trusting(), get(server.uri("/"))));
  }

  private void rejects(String certificate, String words) {
    var server = tls(certificate);

    var failure = failure(trusting(), post(server.uri("/"), "{}"));

    assertFailure(Reason.TLS, false, failure);
    assertTrue(String.valueOf(failure.getMessage()).contains(words), failure::toString);
    assertTrue(server.requests().isEmpty());
  }

  private HttpTransportException inTime(HttpTransport transport, HttpRequest request) {
    return assertTimeout(SHORT.plus(TOLERANCE), () -> failure(transport, request));
  }

  private static TransportSetup trust() {
    return TransportSetup.PLAIN.withTrustStore(TestCertificates.shared().trustStore());
  }

  private HttpTransport trusting() {
    return transport(trust());
  }

  private TestServer tls(String certificate) {
    return tls(certificate, socket -> {});
  }

  private TestServer tls(TestServer.Handler handler) {
    return closing(TestServer.tls(sockets(TestCertificates.LOCALHOST, socket -> {}), handler));
  }

  private TestServer tls(String certificate, Tuning tuning) {
    return closing(
        TestServer.tls(
            sockets(certificate, tuning), exchange -> exchange.respond(200, "secret answer")));
  }

  private static ServerSocketFactory sockets(String certificate, Tuning tuning) {
    return new TunedSockets(TestCertificates.shared().server(certificate), tuning);
  }

  /** Adjusts the TLS settings of a server socket. */
  private interface Tuning {
    void tune(SSLServerSocket socket);
  }

  private static final class TunedSockets extends ServerSocketFactory {
    private final SSLContext context;
    private final Tuning tuning;

    TunedSockets(SSLContext context, Tuning tuning) {
      this.context = context;
      this.tuning = tuning;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      var socket =
          (SSLServerSocket)
              context.getServerSocketFactory().createServerSocket(port, backlog, address);
      tuning.tune(socket);
      return socket;
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
      return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return createServerSocket(port, 0);
    }
  }
}
