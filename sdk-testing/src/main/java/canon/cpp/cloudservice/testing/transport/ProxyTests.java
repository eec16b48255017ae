package canon.cpp.cloudservice.testing.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.Test;

/** An HTTP proxy, for http directly and for https through a tunnel. */
abstract class ProxyTests extends TransportTests {
  /** A name that only the proxy can resolve. */
  private static final String SERVICE = "service.invalid";

  ProxyTests(KitContext context) {
    super(context);
  }

  @Test
  void forwardsRequestsWithoutTls() throws Exception {
    var proxy = server(exchange -> exchange.respond(200, "through the proxy"));

    var response = send(through(proxy), post(URI.create("http://" + SERVICE + "/v1/x?y=z"), "{}"));

    assertEquals("through the proxy", text(response));
    assertEquals("http://" + SERVICE + "/v1/x?y=z", proxy.onlyRequest().target());
    assertEquals(SERVICE, proxy.onlyRequest().header("Host"));
  }

  @Test
  void opensATunnelForTls() throws Exception {
    var service = closing(TestServer.tls(socketsOfLocalhost(), ex -> ex.respond(200, "well")));
    var proxy = server(exchange -> exchange.tunnelTo(service.port()));
    var request =
        post(service.uri("/v1/x"), "{}").withHeader("Authorization", "Bearer not-for-the-proxy");

    assertEquals("well", text(send(through(proxy), request)));

    assertEquals("CONNECT", proxy.onlyRequest().method());
    assertEquals("localhost:" + service.port(), proxy.onlyRequest().target());
    assertNull(proxy.onlyRequest().header("Authorization"));
    assertEquals("/v1/x", service.onlyRequest().target());
    assertNull(service.onlyRequest().header("Proxy-Authorization"));
  }

  @Test
  void checksTheCertificateBehindTheTunnel() throws Exception {
    var sockets =
        TestCertificates.shared().server(TestCertificates.SELF_SIGNED).getServerSocketFactory();
    var service = closing(TestServer.tls(sockets, exchange -> exchange.respond(200, "well")));
    var proxy = server(exchange -> exchange.tunnelTo(service.port()));

    assertFailure(Reason.TLS, false, failure(through(proxy), post(service.uri("/"), "{}")));

    assertTrue(service.requests().isEmpty());
    assertEquals(1, service.connections());
  }

  @Test
  void failsWhenTheProxyIsDown() {
    var proxy = TestServer.clear(exchange -> exchange.respond(200, ""));
    proxy.close();
    var transport = through(proxy);

    for (String scheme : new String[] {"http", "https"}) {
      var uri = URI.create(scheme + "://" + SERVICE + "/");
      assertFailure(Reason.CONNECT, false, failure(transport, post(uri, "{}")));
    }
  }

  @Test
  void failsWhenTheProxyRequiresAPasswordForATunnel() {
    rejectedBy(server(ex -> ex.respond(407, "", "Proxy-Authenticate: Basic realm=\"x\"")));
  }

  @Test
  void failsWhenTheProxyRequiresAPasswordForATunnelWithAPage() {
    rejectedBy(
        server(
            ex ->
                ex.respond(
                    407, "<html>Password!</html>", "Proxy-Authenticate: Basic realm=\"x\"")));
  }

  @Test
  void failsWhenTheProxyForbidsTheTunnel() {
    rejectedBy(server(exchange -> exchange.respond(403, "<html>Forbidden!</html>")));
  }

  @Test
  void failsWhenTheProxyRequiresAPasswordWithoutTls() {
    var proxy =
        server(ex -> ex.respond(407, "<html>!</html>", "Proxy-Authenticate: Basic realm=\"x\""));

    var failure = failure(through(proxy), post(URI.create("http://" + SERVICE + "/"), "{}"));

    assertFailure(Reason.PROXY, false, failure);
  }

  @Test
  void failsWhenTheProxyCannotReachTheService() {
    var proxy = server(exchange -> exchange.respond(502, "<html>Cannot!</html>"));

    var failure = failure(through(proxy), post(URI.create("https://" + SERVICE + "/"), "{}"));

    assertFailure(Reason.CONNECT, false, failure);
  }

  private void rejectedBy(TestServer proxy) {
    var failure = failure(through(proxy), post(URI.create("https://" + SERVICE + "/"), "{}"));

    assertFailure(Reason.PROXY, false, failure);
  }

  private HttpTransport through(TestServer proxy) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
    return transport(
        TransportSetup.PLAIN
            .withTrustStore(TestCertificates.shared().trustStore())
            .withProxy(address));
  }

  private static ServerSocketFactory socketsOfLocalhost() {
    return TestCertificates.shared().server(TestCertificates.LOCALHOST).getServerSocketFactory();
  }
}
