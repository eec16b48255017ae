package canon.cpp.cloudservice.testing.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.http.TrustSettings;
import canon.cpp.cloudservice.internal.http.MediaTypes;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Both transports through tinyproxy and squid; run by {@code -Pproxies}, which requires both
 * programs.
 */
@Tag("proxies")
class RealProxyTest {
  private static final String ENABLE_BASIC = "-Djdk.http.auth.tunneling.disabledSchemes=";

  private static final Map<String, RealProxy> PROXIES = new HashMap<>();

  @AfterAll
  static void closeProxies() throws IOException {
    for (RealProxy proxy : PROXIES.values()) {
      proxy.close();
    }
  }

  private static RealProxy proxy(RealProxy.Kind kind, boolean password) throws IOException {
    var name = kind + " " + password;
    if (!PROXIES.containsKey(name)) {
      PROXIES.put(name, password ? RealProxy.withPassword(kind) : RealProxy.open(kind));
    }
    return PROXIES.get(name);
  }

  static Stream<Arguments> everyPair() {
    return Stream.of(RealProxy.Kind.values())
        .flatMap(
            kind -> Stream.of("jdk", "urlConnection").map(transport -> arguments(kind, transport)));
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void carriesHttpRequests(RealProxy.Kind kind, String name) throws Exception {
    var proxy = proxy(kind, false);
    try (var service = TestServer.clear(exchange -> exchange.respond(409, "{\"well\":true}"));
        var transport = open(name, at(proxy))) {
      var response = transport.send(post(throughProxy(service.uri("/v1/x?y=z"))));

      assertThat(response.status()).isEqualTo(409);
      assertThat(response.body()).asString().isEqualTo("{\"well\":true}");
      assertThat(service.onlyRequest().target()).isEqualTo("/v1/x?y=z");
      assertThat(service.onlyRequest().header("Via")).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void opensTunnels(RealProxy.Kind kind, String name) throws Exception {
    var proxy = proxy(kind, false);
    try (var service = tlsService();
        var transport = open(name, at(proxy))) {
      for (int i = 0; i < 5; i++) {
        assertThat(transport.send(post(service.uri("/"))).status()).isEqualTo(200);
        assertThat(transport.sendAsync(post(service.uri("/"))).get().status()).isEqualTo(200);
      }

      assertThat(service.requests()).hasSize(10);
      assertThat(service.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void reportsAMissingPassword(RealProxy.Kind kind, String name) throws Exception {
    var proxy = proxy(kind, true);
    try (var service = tlsService();
        var transport = open(name, at(proxy))) {
      var failure = failure(() -> transport.send(post(service.uri("/"))));

      assertThat(failure.reason()).isEqualTo(Reason.PROXY);
      assertThat(failure.mayHaveBeenSent()).isFalse();
      assertThat(failure).hasMessageContaining("ProxySettings.withCredentials");
      assertThat(service.connections()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void namesThePropertyThatAllowsThePassword(RealProxy.Kind kind, String name) throws Exception {
    var proxy = proxy(kind, true);
    try (var service = tlsService();
        var transport = open(name, known(proxy, RealProxy.PASSWORD))) {
      var failure = failure(() -> transport.send(post(service.uri("/"))));

      assertThat(failure.reason()).isEqualTo(Reason.PROXY);
      assertThat(failure).hasMessageContaining(ENABLE_BASIC);
      assertThat(failure.toString()).doesNotContain(RealProxy.PASSWORD);
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void opensATunnelWithThePassword(RealProxy.Kind kind, String name) throws Exception {
    var proxy = proxy(kind, true);
    try (var service = tlsService()) {
      assertThat(oneCall(name, service, proxy, RealProxy.PASSWORD)).contains("answered 200 well");
      assertThat(service.onlyRequest().headers()).doesNotContainKey("Proxy-Authorization");
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void reportsAWrongPassword(RealProxy.Kind kind, String name) throws Exception {
    var proxy = proxy(kind, true);
    try (var service = tlsService()) {
      assertThat(oneCall(name, service, proxy, "wrong"))
          .contains("failed PROXY unsent")
          .contains("rejects the user name and the password");
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void sendsThePasswordForHttpToo(RealProxy.Kind kind, String name) throws Exception {
    var proxy = proxy(kind, true);
    try (var service = TestServer.clear(exchange -> exchange.respond(200, "well"));
        var transport = open(name, known(proxy, RealProxy.PASSWORD))) {
      assertThat(transport.send(post(service.uri("/"))).status()).isEqualTo(200);
      assertThat(service.onlyRequest().headers()).doesNotContainKey("Proxy-Authorization");
    }
  }

  /** Not tinyproxy: in clear, its 401 looks like one of the service. */
  @ParameterizedTest
  @ValueSource(strings = {"jdk", "urlConnection"})
  void reportsAWrongPasswordForHttpToo(String name) throws Exception {
    var proxy = proxy(RealProxy.Kind.SQUID, true);
    try (var service = TestServer.clear(exchange -> exchange.respond(200, "well"));
        var transport = open(name, known(proxy, "wrong"))) {
      var failure = failure(() -> transport.send(post(throughProxy(service.uri("/")))));

      assertThat(failure.reason()).isEqualTo(Reason.PROXY);
      assertThat(failure).hasMessageContaining("rejects the user name");
      assertThat(service.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void reportsThatTheProxyIsDown(RealProxy.Kind kind, String name) throws Exception {
    var proxy = RealProxy.open(kind);
    proxy.close();
    try (var transport = open(name, at(proxy))) {
      var failure = failure(() -> transport.send(post(URI.create("https://service.invalid/"))));

      assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
      assertThat(failure.mayHaveBeenSent()).isFalse();
      assertThat(failure).hasMessageContaining("the proxy localhost:" + proxy.port());
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void reportsThatTheProxyCannotReachTheService(RealProxy.Kind kind, String name) throws Exception {
    var service = tlsService();
    service.close();
    var proxy = proxy(kind, false);
    try (var transport = open(name, at(proxy))) {
      var failure = failure(() -> transport.send(post(service.uri("/"))));

      assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
      assertThat(failure.mayHaveBeenSent()).isFalse();
      assertThat(failure).hasMessageContaining("could not reach the service");
    }
  }

  @ParameterizedTest
  @MethodSource("everyPair")
  void reportsAnHtmlPageOfTheProxy(RealProxy.Kind kind, String name) throws Exception {
    var service = TestServer.clear(exchange -> exchange.respond(200, ""));
    service.close();
    var proxy = proxy(kind, false);
    try (var transport = open(name, at(proxy))) {
      var response =
          transport.send(
              HttpRequest.of("GET", throughProxy(service.uri("/")), Duration.ofSeconds(30)));

      assertThat(response.status()).isGreaterThanOrEqualTo(500);
      assertThat(MediaTypes.isHtml(response)).isTrue();
    }
  }

  /** Requests to a loopback address never use a proxy; this name of the same server does. */
  private static URI throughProxy(URI uri) {
    return URI.create(uri.toString().replace("localhost", "0.0.0.0"));
  }

  private static HttpTransport open(String name, ProxySettings proxy) {
    var builder = name.equals("jdk") ? HttpTransport.jdk() : HttpTransport.urlConnection();
    return builder
        .proxy(proxy)
        .trust(TrustSettings.only(TestCertificates.shared().trustStore()))
        .build();
  }

  private static ProxySettings at(RealProxy proxy) {
    return ProxySettings.of("localhost", proxy.port());
  }

  private static ProxySettings known(RealProxy proxy, String password) {
    return at(proxy).withCredentials(RealProxy.USER, password);
  }

  private static TestServer tlsService() {
    var sockets =
        TestCertificates.shared().server(TestCertificates.LOCALHOST).getServerSocketFactory();
    return TestServer.tls(sockets, exchange -> exchange.respond(200, "well"));
  }

  private static HttpRequest post(URI uri) {
    return HttpRequest.of("POST", uri, Duration.ofSeconds(20))
        .withBody("{}".getBytes(StandardCharsets.UTF_8));
  }

  private static HttpTransportException failure(ThrowingCallable call) {
    var failure = new HttpTransportException[1];
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(HttpTransportException.class, found -> failure[0] = found);
    return failure[0];
  }

  /** In a JVM that may send a password when it opens a tunnel. */
  private static String oneCall(
      String transport, TestServer service, RealProxy proxy, String password) throws Exception {
    return ChildJvm.oneCall(
        List.of(ENABLE_BASIC),
        transport,
        service.uri("/").toString(),
        "trust",
        TestCertificates.shared().authorityPem(),
        "proxy",
        "localhost:" + proxy.port(),
        "user",
        RealProxy.USER + ":" + password);
  }
}
