package canon.cpp.cloudservice.signin.google;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.signin.harness.ChildJvm;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only workloads need Google's library. */
class WithoutLibraryTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPeople();

  @TempDir Path directory;

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void usersSignInAndWorkloadsAreToldWhatToAdd() throws IOException {
    Path authority =
        Files.writeString(directory.resolve("ca.pem"), world.google.caCertificatePem());
    String token;
    try (var provider = world.signIn()) {
      token = GoogleTestEnvironment.token(provider);
    }
    world
        .google
        .faults()
        .on(IdentityEndpoint.DEVICE_CODE)
        .answer(
            200,
            "application/json",
            "{\"device_code\":\"d\",\"user_code\":\"u\",\"expires_in\":60,"
                + "\"verification_url\":\"https://www.google.com/device\"}");
    world
        .google
        .faults()
        .on(IdentityEndpoint.TOKEN)
        .answer(200, "application/json", "{\"id_token\":\"" + token + "\"}");

    String printed =
        new ChildJvm()
            .keeping(
                jar -> !jar.replace('\\', '/').contains("/com/google/") && !jar.contains("msal4j"))
            .run(
                WithoutLibraryProgram.class,
                world.google.address().toString(),
                authority.toString(),
                world.client.clientId(),
                GoogleTestEnvironment.SECRET);

    assertThat(printed)
        .contains("code u", "length " + token.length(), "account true")
        .contains("com.google.auth:google-auth-library-oauth2-http")
        .doesNotContain("NoClassDefFoundError");
  }
}
