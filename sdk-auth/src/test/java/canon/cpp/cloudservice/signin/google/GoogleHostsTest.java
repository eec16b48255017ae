package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.AUDIENCE;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.CALL;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.CALLBACK;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.SECRET;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import canon.cpp.cloudservice.testing.identity.WorkloadIssuer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** By default requests go to Google's hosts, which a fake represents here. */
class GoogleHostsTest {
  private static final String POOL = "//iam.googleapis.com/projects/1/pool/providers/tools";
  private static final String OAUTH = "https://oauth2.googleapis.com";
  private static final String TOKEN = OAUTH + "/token";

  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final List<String> asked = new ArrayList<>();
  private final HttpTransport network = new Stage();
  private final GoogleServiceAccount tool = world.google.serviceAccount("partner-tool");
  private final GoogleServiceAccount members = world.google.serviceAccount("members");
  private final String actAsMembers =
      "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/"
          + members.email()
          + ":generateIdToken";

  @TempDir Path directory;

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void browsersAreSentToGooglesPage() {
    assertThat(app().begin(CALLBACK).url())
        .hasScheme("https")
        .hasHost("accounts.google.com")
        .hasPort(-1)
        .hasPath("/o/oauth2/v2/auth");
  }

  /** The fake's tokens have another issuer, so the sign-in ends there. */
  @Test
  void codesAreRedeemedAtGoogle() {
    var session = app().begin(CALLBACK);
    Map<String, String> callback =
        world.google.signIn(atFake(session.url()), GoogleTestEnvironment.JOHN).parameters();

    Exception failure = catchException(() -> session.complete(callback, Duration.ofMinutes(1)));

    assertThat(failure).hasMessageContaining("of another issuer");
    assertThat(asked).containsExactly(TOKEN);
  }

  @Test
  void deviceCodesAreRequestedFromGoogle() {
    try (AccountTokenProvider provider =
        app()
            .deviceCode(
                code -> world.google.approveDevice(code.userCode(), GoogleTestEnvironment.JOHN))
            .build()) {
      Exception unused = catchException(() -> provider.token(SIGN_IN));
    }

    assertThat(asked).containsExactly(OAUTH + "/device/code", TOKEN);
  }

  @Test
  void keysAreSentToGoogleWhateverTheirFileContains() {
    try (AccountTokenProvider provider = robot().serviceAccount(key())) {
      assertThat(provider.token(CALL).value()).isNotEmpty();
    }

    assertThat(asked).containsExactly(TOKEN);
  }

  @Test
  void impersonationIsRequestedFromGoogle() {
    members.allowImpersonationBy(tool.email());

    try (AccountTokenProvider provider =
        robot().impersonating(members.email()).serviceAccount(key())) {
      assertThat(provider.token(CALL).value()).isNotEmpty();
    }

    assertThat(asked).containsExactly(TOKEN, actAsMembers);
  }

  @Test
  void workloadTokensAreExchangedAtGoogle() throws IOException {
    WorkloadIssuer cluster = WorkloadIssuer.of("https://cluster.contoso.com", world.clock);
    Path file = Files.writeString(directory.resolve("token"), cluster.token("tool", POOL));
    world.google.trust(POOL, cluster);
    members.allowImpersonationBy(world.google.principal(POOL, "tool"));
    String source = "{\"file\":\"" + file.toString().replace('\\', '/') + "\"}";

    try (AccountTokenProvider provider =
        robot()
            .workloadIdentity(
                GoogleFiles.workload(POOL, members, source).getBytes(StandardCharsets.UTF_8))) {
      assertThat(provider.token(CALL).value()).isNotEmpty();
    }

    assertThat(asked).containsExactly("https://sts.googleapis.com/v1/token", actAsMembers);
  }

  private GoogleApp app() {
    return GoogleApp.of(network, world.client.clientId(), Secret.of(SECRET))
        .clock(world.clock)
        .timer(world.timer);
  }

  private GoogleServiceCredentials robot() {
    return GoogleServiceCredentials.of(network, AUDIENCE).clock(world.clock).timer(world.timer);
  }

  private byte[] key() {
    return tool.keyJson().getBytes(StandardCharsets.UTF_8);
  }

  private URI atFake(URI uri) {
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return world.google.address().resolve(uri.getRawPath() + query);
  }

  /** Sends requests for Google's hosts to the fake. */
  private final class Stage implements HttpTransport {
    @Override
    public HttpResponse send(HttpRequest request) throws InterruptedException {
      asked.add(request.uri().toString());
      return world.network.send(
          HttpRequest.of(request.method(), atFake(request.uri()), request.timeout())
              .withHeaders(request.headers())
              .withBody(request.body()));
    }

    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
