package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.http.ProxySettings;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A server that this project did not write, so that not only our own interpretation of OAuth is
 * tested.
 */
class MicrosoftOtherServerTest {
  private static final String TENANT = "contoso.com";
  private final MockOAuth2Server server = new MockOAuth2Server();
  private final Plain network = new Plain();

  /** Sends https requests to the server, which has no TLS here. */
  private final class Plain implements HttpTransport {
    private final HttpTransport transport = HttpTransport.jdk().proxy(ProxySettings.none()).build();

    @Override
    public HttpResponse send(HttpRequest request) throws InterruptedException {
      String plain =
          request
              .uri()
              .toString()
              .replaceFirst("https://localhost", "http://localhost:" + server.baseUrl().port());
      HttpRequest led =
          HttpRequest.of(request.method(), URI.create(plain), request.timeout())
              .withHeaders(request.headers());
      return transport.send(request.body() == null ? led : led.withBody(request.body()));
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      throw new UnsupportedOperationException("Sign-in blocks");
    }

    @Override
    public void close() {
      transport.close();
    }
  }

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void close() {
    network.close();
    server.shutdown();
  }

  private MicrosoftApp app() {
    return MicrosoftApp.of(network, "client-1", "api-1")
        .authority(URI.create("https://localhost"))
        .tenant(TENANT);
  }

  @Test
  void aTokenIsObtainedWithASecret() {
    try (CachingTokenProvider tool = app().inTenant(TENANT).unattended(Entra.secret())) {
      assertThat(tool.token(TokenRequest.within(Entra.TIME)).expiresAt()).isPresent();
    }
  }

  @Test
  void aUserSignsInWithABrowser() throws InterruptedException {
    var unused =
        server.enqueueCallback(
            new DefaultOAuth2TokenCallback(
                TENANT + "/oauth2/v2.0",
                "subject-1",
                "JWT",
                List.of("client-1"),
                Map.of(
                    "iss",
                    "https://localhost/tid-1/v2.0",
                    "oid",
                    "oid-1",
                    "tid",
                    "tid-1",
                    "preferred_username",
                    Entra.ADMIN),
                3600));
    AuthorizationCodeSession session =
        app().begin(AuthorizationCodeOptions.of(Entra.REDIRECT).withLoginHint(Entra.ADMIN));
    HttpResponse page = network.send(HttpRequest.of("GET", session.url(), Duration.ofSeconds(10)));

    try (AccountTokenProvider admin = session.complete(callback(page), Entra.TIME)) {
      assertThat(admin.account().orElseThrow().id()).isEqualTo("oid-1");
      assertThat(admin.token(TokenRequest.within(Entra.TIME))).isNotNull();
    }
  }

  private static Map<String, String> callback(HttpResponse page) {
    URI back = URI.create(page.headers().first("Location").orElseThrow());
    return Stream.of(back.getRawQuery().split("&"))
        .map(field -> field.split("=", 2))
        .collect(
            Collectors.toMap(
                field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }
}
