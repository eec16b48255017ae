package canon.cpp.cloudservice.cli.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.cli.CommandRunner;
import canon.cpp.cloudservice.cli.CommandRunner.Result;
import canon.cpp.cloudservice.testing.FakeCloudService;
import canon.cpp.cloudservice.testing.identity.EntraApp;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** Commands of workloads, whose service accounts are at the fake identity providers. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ServiceAccountTest {
  private static final String ADMIN = "admin@gmail.com";

  @TempDir private Path home;
  private FakeCloudService fake;
  private FakeIdentityProviders providers;

  @BeforeEach
  void start() throws IOException {
    fake =
        FakeCloudService.builder()
            .startingAt(Instant.now().truncatedTo(ChronoUnit.SECONDS))
            .site(
                site ->
                    site.administrator(ADMIN).applicationPrincipal("partner-tool", "contoso.com"))
            .build();
    providers = fake.identityProviders();
    Path unused =
        Files.writeString(
            home.resolve("ca.pem"),
            providers.google().caCertificatePem() + providers.microsoft().caCertificatePem());
  }

  @AfterEach
  void close() {
    fake.close();
  }

  @Test
  void aServiceAccountOfGoogleRunsCommands() throws IOException {
    GoogleServiceAccount account = providers.google().serviceAccount("partner-tool");
    Path key = Files.writeString(home.resolve("key.json"), account.keyJson());
    Result added =
        runner()
            .set("CLOUD_SERVICE_TOKEN", fake.tokenFor(ADMIN).value())
            .run("administrators", "add", account.email());
    CommandRunner workload = google().set("CLOUD_SERVICE_KEY_FILE", key.toString());

    Result signedIn = workload.run("sign-in");

    assertThat(added.code()).isZero();
    assertThat(signedIn.err()).doesNotContain("browser", "cloudservice:");
    assertThat(signedIn.code()).isZero();
    assertThat(workload.run("whoami").out()).contains(account.email());
  }

  @Test
  void aServiceAccountOfGoogleNeedsItsKeyFile() {
    Result result = google().run("whoami");

    assertThat(result.code()).isEqualTo(64);
    assertThat(result.err()).contains("key-file is missing");
  }

  @Test
  void anApplicationOfMicrosoftRunsCommandsWithItsSecret() {
    Result result = microsoft("not-a-real-secret").run("users", "list");

    assertThat(result.err()).doesNotContain("cloudservice:");
    assertThat(result.code()).isZero();
  }

  @Test
  void anApplicationOfMicrosoftWithAWrongSecretIsRejected() {
    Result result = microsoft("another-secret-canary").run("users", "list");

    assertThat(result.code()).isNotZero();
    assertThat(result.err()).contains("Microsoft").doesNotContain("another-secret-canary");
  }

  private CommandRunner microsoft(String secret) {
    var tenant = providers.microsoft().tenant("contoso.com");
    EntraApp app = providers.microsoft().app("partner-tool").secret("not-a-real-secret");
    return runner()
        .set("CLOUD_SERVICE_PROVIDER", "microsoft")
        .set("CLOUD_SERVICE_CLIENT_ID", app.clientId())
        .set("CLOUD_SERVICE_CLIENT_SECRET", secret)
        .set("CLOUD_SERVICE_API_ID", providers.microsoft().apiId())
        .set("CLOUD_SERVICE_TENANT", tenant.id())
        .set("CLOUD_SERVICE_IDENTITY_ENDPOINT", providers.microsoft().address().toString());
  }

  private CommandRunner google() {
    return runner()
        .set("CLOUD_SERVICE_PROVIDER", "google")
        .set("CLOUD_SERVICE_AUDIENCE", providers.googleAudience())
        .set("CLOUD_SERVICE_IDENTITY_ENDPOINT", providers.google().address().toString());
  }

  private CommandRunner runner() {
    return new CommandRunner(home)
        .set("CLOUD_SERVICE_ENDPOINT", fake.http().address().toString())
        .set("CLOUD_SERVICE_SIGN_IN", "service-account")
        .set("CLOUD_SERVICE_CA_FILE", home.resolve("ca.pem").toString());
  }
}
