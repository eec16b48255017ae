package canon.cpp.cloudservice.signin.google;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import com.google.auth.oauth2.IdTokenCredentials;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Google's library prints its tokens. Behind this library every operation is run, and no secret is
 * printed.
 */
class GoogleSecretScanTest {
  @TempDir Path directory;

  @Test
  void theLibraryAlonePrintsItsTokens() throws IOException {
    try (GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms()) {
      IdTokenCredentials credentials =
          IdTokenCredentials.newBuilder()
              .setIdTokenProvider(
                  UnguardedLibrary.key(world, world.google.serviceAccount("partner-tool")))
              .setTargetAudience(GoogleTestEnvironment.AUDIENCE)
              .build();

      credentials.refreshIfExpired();

      String token = credentials.getAccessToken().getTokenValue();
      assertThat(credentials.getAccessToken().toString()).contains(token);
      assertThat(OAuth2Credentials.create(credentials.getAccessToken()).toString()).contains(token);
      assertThat(UnguardedLibrary.person(world, "1//refresh").toString()).contains("1//refresh");
    }
  }

  @Test
  void noSecretIsPrinted() throws IOException {
    Path found = directory.resolve("secrets.txt");

    String printed =
        new ChildJvm()
            .logging("trace")
            .with(Map.of("GOOGLE_SDK_JAVA_LOGGING", "true"))
            .run(GoogleSecretsProgram.class, found.toString());

    assertThat(found).as(printed).exists();
    List<String> secrets = Files.readAllLines(found);
    assertThat(secrets).hasSizeGreaterThan(20).allMatch(secret -> secret.length() > 8);
    for (String secret : secrets) {
      assertThat(printed.lines().filter(line -> line.contains(secret))).as(secret).isEmpty();
    }
    // The library logs the names of service accounts if logging is on; they are not users.
    assertThat(
            printed
                .lines()
                .filter(line -> line.contains("@") && !line.contains(" com.google.auth.oauth2.")))
        .isEmpty();
    assertThat(printed)
        .contains("Google: ", "Google (service account): ", "invalid_grant")
        .contains("com.google.auth.oauth2");
  }
}
