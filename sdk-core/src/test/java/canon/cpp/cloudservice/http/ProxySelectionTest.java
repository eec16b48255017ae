package canon.cpp.cloudservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.harness.SocketServer;
import canon.cpp.cloudservice.harness.TransportCase;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.http.FixedProxySelector;
import canon.cpp.cloudservice.internal.http.ProxyCredentials;
import canon.cpp.cloudservice.internal.http.ProxyRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Proxy selectors of the host application that fail, return nothing, or return several proxies. */
@Timeout(60)
class ProxySelectionTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @AutoClose
  private final SocketServer service = SocketServer.tls(request -> request.respond(200, "direct"));

  @AutoClose
  private final SocketServer tunnel =
      SocketServer.clear(request -> request.tunnelTo(service.port()));

  /** Selects what the test wants, and records which proxies failed. */
  private static final class TestSelector extends ProxySelector {
    private final Supplier<@Nullable List<@Nullable Proxy>> proxies;
    private final List<SocketAddress> failed = new CopyOnWriteArrayList<>();

    private TestSelector(Supplier<@Nullable List<@Nullable Proxy>> proxies) {
      this.proxies = proxies;
    }

    @Override
    public @Nullable List<Proxy> select(URI uri) {
      return proxies.get();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      failed.add(address);
      throw new IllegalStateException("the selector of the host is broken");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSelectorThatFailsIsNamedAndNothingIsSent(TransportCase transports) {
    ProxySelector broken =
        new TestSelector(
            () -> {
              throw new IllegalArgumentException("port out of range:80800");
            });
    try (HttpTransport transport = transports.open(broken);
        CloudServiceClient client =
            CloudServiceClient.builder(service.uri("")).transport(transport).build()) {
      var failure =
          transports
              .mode()
              .failure(
                  CloudServiceException.class,
                  client.withToken("token").remoteControl().activate());

      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(failure.attempts()).hasSize(1);
      assertThat(failure)
          .hasMessageContaining("the proxy selector failed with IllegalArgumentException");
      assertThat(service.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void diagnosisNamesTheSettingOfASelectorThatFails(TransportCase transports) {
    ProxySelector broken =
        new TestSelector(
            () -> {
              throw new IllegalArgumentException("port out of range:80800");
            });
    try (HttpTransport transport = transports.open(broken);
        CloudServiceClient client =
            CloudServiceClient.builder(service.uri("")).transport(transport).build()) {
      String report = transports.mode().execute(client.diagnose()).toString();

      assertThat(report)
          .contains("the proxy selector failed with IllegalArgumentException")
          .contains("check ProxySettings");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSelectorThatReturnsNullMeansNoProxy(TransportCase transports) throws Exception {
    assertThat(send(transports, new TestSelector(() -> null))).isEqualTo("direct");
  }

  @ParameterizedTest
  @EnumSource
  void proxiesAreTriedInOrderUntilOneAcceptsAConnection(TransportCase transports) throws Exception {
    Proxy dead = http(SocketServer.closedPort());
    TestSelector selector = new TestSelector(() -> Arrays.asList(dead, null, http(tunnel.port())));

    assertThat(send(transports, selector)).isEqualTo("direct");

    assertThat(selector.failed).containsExactly(dead.address());
    assertThat(tunnel.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aDirectConnectionAfterADeadProxyIsTried(TransportCase transports) throws Exception {
    Proxy dead = http(SocketServer.closedPort());
    TestSelector selector = new TestSelector(() -> List.of(dead, Proxy.NO_PROXY));

    assertThat(send(transports, selector)).isEqualTo("direct");

    assertThat(selector.failed).containsExactly(dead.address());
    assertThat(service.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void ifAllProxiesAreDeadNothingWasSent(TransportCase transports) {
    Proxy dead = http(SocketServer.closedPort());
    TestSelector selector = new TestSelector(() -> List.of(dead, dead));
    try (HttpTransport transport = transports.open(selector)) {
      var failure = transports.failure(transport, get(service.uri("/")));

      assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
      assertThat(failure.mayHaveBeenSent()).isFalse();
      assertThat(selector.failed).containsExactly(dead.address(), dead.address());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_ALL, names = "JDK.*")
  void aSocksProxyIsRejectedInsteadOfIgnored(TransportCase transports) {
    TestSelector selector = new TestSelector(() -> List.of(socks(SocketServer.closedPort())));
    try (HttpTransport transport = transports.open(selector)) {
      var failure = transports.failure(transport, get(service.uri("/")));

      assertThat(failure.reason()).isEqualTo(Reason.PROXY);
      assertThat(failure.mayHaveBeenSent()).isFalse();
      assertThat(failure).hasMessageContaining("is a SOCKS proxy");
      assertThat(service.connections()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLoopbackAddressWithoutTlsNeverGoesThroughAProxy(TransportCase transports) throws Exception {
    try (SocketServer local = SocketServer.clear(request -> request.respond(200, "local"));
        SocketServer proxy = SocketServer.clear(request -> request.respond(200, "proxy"));
        HttpTransport transport = transports.open(new FixedProxySelector(http(proxy.port())))) {
      HttpResponse response = transports.send(transport, get(local.uri("/")));

      assertThat(new String(response.body(), StandardCharsets.UTF_8)).isEqualTo("local");
      assertThat(proxy.connections()).isZero();
    }
  }

  /** A proxy of a domain locks the account after some wrong passwords. */
  @ParameterizedTest
  @EnumSource
  void aPasswordThatTheProxyRejectsIsOfferedOnce(TransportCase transports) {
    try (SocketServer proxy =
            SocketServer.clear(
                request ->
                    request.respond(407, "no", "Proxy-Authenticate: Basic realm=\"domain\""));
        HttpTransport transport =
            transports.open(
                settings ->
                    settings.withProxy(
                        new ProxyRules(
                            new FixedProxySelector(http(proxy.port())),
                            new ProxyCredentials("ann", "wrong"))))) {
      var failure =
          transports.failure(transport, get(URI.create("http://service.invalid/v1/site")));

      assertThat(failure.reason()).isEqualTo(Reason.PROXY);
      assertThat(failure.mayHaveBeenSent()).isFalse();
      String basic =
          "Basic "
              + Base64.getEncoder().encodeToString("ann:wrong".getBytes(StandardCharsets.UTF_8));
      assertThat(proxy.requests())
          .extracting(request -> request.headers().get("Proxy-Authorization"))
          .containsOnlyOnce(basic);
      assertThat(proxy.requests()).hasSizeLessThanOrEqualTo(2);
    }
  }

  private String send(TransportCase transports, ProxySelector selector)
      throws InterruptedException {
    try (HttpTransport transport = transports.open(selector)) {
      HttpResponse response = transports.send(transport, get(service.uri("/")));
      return new String(response.body(), StandardCharsets.UTF_8);
    }
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.of("GET", uri, LONG);
  }

  private static Proxy http(int port) {
    return new Proxy(Proxy.Type.HTTP, loopback(port));
  }

  private static Proxy socks(int port) {
    return new Proxy(Proxy.Type.SOCKS, loopback(port));
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
