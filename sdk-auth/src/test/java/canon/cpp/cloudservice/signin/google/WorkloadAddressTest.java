package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static canon.cpp.cloudservice.signin.google.WorkloadIdentityTest.POOL;
import static canon.cpp.cloudservice.signin.google.WorkloadIdentityTest.SUBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.WorkloadIssuer;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workload's own token comes from a server near this machine. */
class WorkloadAddressTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final WorkloadIssuer cluster =
      WorkloadIssuer.of("https://cluster.contoso.com", world.clock);
  private final GoogleServiceAccount members = world.google.serviceAccount("members");
  private final List<URI> asked = new CopyOnWriteArrayList<>();
  private final List<URI> askedOfProxy = new CopyOnWriteArrayList<>();
  private final HttpServer beside = server(this::giveToken);
  private final HttpServer proxy = server(this::giveTokenAsProxy);

  WorkloadAddressTest() throws IOException {}

  @BeforeEach
  void trust() {
    world.google.trust(POOL, cluster);
    members.allowImpersonationBy(world.google.principal(POOL, SUBJECT));
  }

  @AfterEach
  void close() {
    beside.stop(0);
    proxy.stop(0);
    world.close();
  }

  @Test
  void theTokenMayComeFromAnAddress() {
    try (AccountTokenProvider provider = provider(world.network)) {
      assertThat(token(provider)).isNotEmpty();
      assertThat(asked).hasSize(1);
    }
  }

  @Test
  void onlyHttpsRequestsUseTheHostsTransport() {
    List<URI> sent = new CopyOnWriteArrayList<>();

    try (AccountTokenProvider provider =
        provider(new SpyTransport(world.network, request -> sent.add(request.uri())))) {
      assertThat(token(provider)).isNotEmpty();
    }

    assertThat(sent).hasSize(2).allSatisfy(uri -> assertThat(uri).hasScheme("https"));
  }

  @Test
  void plainHttpRequestsUseNoProxy() {
    try (HttpTransport network =
            HttpTransport.jdk()
                .proxy(ProxySettings.of("127.0.0.1", proxy.getAddress().getPort()))
                .build();
        AccountTokenProvider provider = provider(network)) {
      // The fake of Google cannot be reached through this proxy.
      failureOf(() -> token(provider));
    }

    assertThat(asked).hasSize(1);
    assertThat(askedOfProxy).isEmpty();
  }

  private AccountTokenProvider provider(HttpTransport network) {
    String source =
        "{\"url\":\"http://127.0.0.1:"
            + beside.getAddress().getPort()
            + "/token\",\"headers\":{\"Metadata\":\"yes\"},"
            + "\"format\":{\"type\":\"json\",\"subject_token_field_name\":\"value\"}}";
    byte[] config = GoogleFiles.workload(POOL, members, source).getBytes(StandardCharsets.UTF_8);
    return world.robot(network).workloadIdentity(config);
  }

  private static HttpServer server(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", handler);
    server.start();
    return server;
  }

  private void giveTokenAsProxy(HttpExchange exchange) throws IOException {
    askedOfProxy.add(exchange.getRequestURI());
    answer(exchange);
  }

  private void giveToken(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI());
    answer(exchange);
  }

  private void answer(HttpExchange exchange) throws IOException {
    boolean rightly = "yes".equals(exchange.getRequestHeaders().getFirst("Metadata"));
    byte[] body =
        ("{\"value\":\"" + cluster.token(SUBJECT, POOL) + "\"}")
            .getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(rightly ? 200 : 403, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
