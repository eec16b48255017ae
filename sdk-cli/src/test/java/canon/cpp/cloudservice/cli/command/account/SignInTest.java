package canon.cpp.cloudservice.cli.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import canon.cpp.cloudservice.testing.identity.GoogleClient;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.SignInCallback;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sign-in of users with the fake identity providers. The command polls for a device code in real
 * time, while the clock of the fakes stands still.
 */
@Tag("cli")
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class SignInTest {
  private static final String ADMIN = "admin@gmail.com";
  private static final Pattern USER_CODE = Pattern.compile("\\b[A-Z0-9]{3,5}-[A-Z0-9]{3,5}\\b");

  private final HttpClient browser = HttpClient.newHttpClient();
  @TempDir private Path home;
  private FakeCloudService fake;
  private FakeIdentityProviders providers;
  private GoogleClient client;

  @BeforeEach
  void start() throws IOException {
    fake =
        FakeCloudService.builder()
            .startingAt(Instant.now().truncatedTo(ChronoUnit.SECONDS))
            .site(site -> site.administrator(ADMIN))
            .build();
    providers = fake.identityProviders();
    Path unused = Files.writeString(home.resolve("ca.pem"), providers.google().caCertificatePem());
    providers.google().account(ADMIN);
    client = providers.google().client("cli");
    client.redirectTo("http://127.0.0.1").secret("not-a-real-secret");
  }

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aUserSignsInWithABrowserAndLaterCommandsContinue() {
    CommandRunner google = google().browser(this::approve);

    Result signedIn = google.run("sign-in", "--browser");

    assertThat(signedIn.err()).contains("Sign in with your browser");
    assertThat(signedIn.err()).doesNotContain("cloudservice:");
    assertThat(signedIn.code()).isZero();
    assertThat(signedIn.out()).contains(ADMIN, "google");
    assertThat(google().run("whoami").out()).contains(ADMIN);
  }

  @Test
  void signingOutDeletesTheSignInAndSaysThatTheBrowserMayStillBeSignedIn() {
    google().browser(this::approve).run("sign-in", "--browser");

    Result out = google().run("sign-out");

    assertThat(out.code()).isZero();
    assertThat(out.err()).contains("browser may still be signed in");
    assertThat(google().run("whoami").code()).isEqualTo(7);
    assertThat(google().run("whoami").err()).contains("cloudservice sign-in");
  }

  @Test
  void aUserWhoNeverSignedInHasToSignIn() {
    assertThat(google().run("users", "list").code()).isEqualTo(7);
  }

  @Test
  void aUserSignsInWithACodeOnAnotherDevice() {
    var unused = providers.google().settings().deviceCodeInterval(Duration.ofSeconds(1));

    Result signedIn = google().readingErrors(this::approveDevice).run("sign-in", "--device-code");

    assertThat(signedIn.err()).containsPattern(USER_CODE);
    assertThat(signedIn.code()).isZero();
  }

  @Test
  void theCommandPollsAgainWhileTheUserHasNotEnteredTheCode() {
    var unused = providers.google().settings().deviceCodeInterval(Duration.ofSeconds(1));
    providers
        .google()
        .faults()
        .on(IdentityEndpoint.TOKEN)
        .times(1)
        .reject(428, "authorization_pending");

    Result signedIn = google().readingErrors(this::approveDevice).run("sign-in", "--device-code");

    assertThat(signedIn.code()).isZero();
  }

  private CommandRunner google() {
    return new CommandRunner(home)
        .set("CLOUD_SERVICE_ENDPOINT", fake.http().address().toString())
        .set("CLOUD_SERVICE_PROVIDER", "google")
        .set("CLOUD_SERVICE_SIGN_IN", "browser")
        .set("CLOUD_SERVICE_CLIENT_ID", client.clientId())
        .set("CLOUD_SERVICE_CLIENT_SECRET", "not-a-real-secret")
        .set("CLOUD_SERVICE_CA_FILE", home.resolve("ca.pem").toString())
        .set("CLOUD_SERVICE_IDENTITY_ENDPOINT", providers.google().address().toString());
  }

  private void approve(URI page) {
    SignInCallback callback = providers.google().signIn(page, ADMIN);
    // The receiver answers after this method has returned.
    var unused =
        browser.sendAsync(
            HttpRequest.newBuilder(callback.uri()).build(), BodyHandlers.discarding());
  }

  private void approveDevice(String line) {
    Matcher code = USER_CODE.matcher(line);
    if (code.find()) {
      providers.google().approveDevice(code.group(), ADMIN);
      // By the fake's clock no time passes between two polls: without this, it would answer each
      // poll after the first one with slow_down.
      var unused = providers.google().settings().deviceCodeInterval(Duration.ZERO);
    }
  }
}
