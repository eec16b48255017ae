package canon.cpp.cloudservice.signin.google;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import canon.cpp.cloudservice.testing.identity.GoogleServiceAccount;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid files are rejected at once, and the message names the field. */
class CredentialFileTest {
  private static final String POOL = "//iam.googleapis.com/projects/1/pool/providers/tools";
  private static final String FILE = "{\"file\":\"token\"}";

  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPrograms();
  private final GoogleServiceAccount members = world.google.serviceAccount("members");

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"external_account\"}              | workloadIdentity(",
        "{\"type\":\"authorized_user\"}               | GoogleApp",
        "{\"type\":\"impersonated_service_account\"}  | impersonating(",
        "{\"installed\":{}}                           | GoogleApp",
        "{\"web\":{}}                                 | GoogleApp",
        "{\"type\":\"gdch_service_account\"}          | an unknown type",
        "[]                                           | not a JSON object",
        "not-json-but-private-                       | not JSON",
        "{\"type\":\"service_account\"}               | client_id",
      })
  void anotherKindOfFileIsNamed(String json, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.robot().serviceAccount(bytes(json)))
        .withMessageContaining(words)
        .withMessageNotContaining("private-");
  }

  @Test
  void aKeyIsRejectedAsWorkloadConfiguration() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.robot().workloadIdentity(bytes(members.keyJson())))
        .withMessageContaining("serviceAccount(");
  }

  @Test
  void anInvalidKeyIsNotQuoted() {
    String broken =
        members.keyJson().replaceAll("-----BEGIN[^\"]*", "-----BEGIN PRIVATE KEY-----secret");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.robot().serviceAccount(bytes(broken)))
        .withMessageContaining("private_key")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void anotherUniverseIsRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                world
                    .robot()
                    .serviceAccount(
                        bytes(members.keyJson().replace("googleapis.com\"", "evil.example\""))))
        .withMessageContaining("universe_domain");
  }

  @ParameterizedTest
  @CsvSource({
    "https://sts.googleapis.com/, https://sts.evil.example/",
    "https://sts.googleapis.com/, http://sts.googleapis.com/",
    "https://sts.googleapis.com/, https://sts.googleapis.com.evil.example/",
    "https://sts.googleapis.com/, https://sts.googleapis.com@evil.example/",
    "https://iamcredentials.googleapis.com/, https://evil.example/",
    "https://iamcredentials.googleapis.com/, http://iamcredentials.googleapis.com/",
    "https://iamcredentials.googleapis.com/, https://evil.example/iamcredentials.googleapis.com/",
    "\"googleapis.com\", \"evil.example\"",
  })
  void aConfigurationWithAForeignHostIsRejected(String good, String evil) {
    String json = GoogleFiles.workload(POOL, members, FILE).replace(good, evil);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.robot().workloadIdentity(bytes(json)))
        .withMessageNotContaining("evil");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"executable\":{\"command\":\"/bin/evil\"}}",
        "{\"executable\":{\"command\":\"/bin/evil\"},\"file\":\"token\"}",
        "{\"environment_id\":\"aws1\",\"url\":\"http://169.254.169.254/evil\"}",
        "{\"certificate\":{\"use_default_certificate_config\":true}}",
        "{\"file\":\"token\",\"url\":\"https://evil.example\"}",
        "{\"url\":\"http://evil.example/token\"}",
        "{\"url\":\"ftp://evil.example/token\"}",
        "{\"url\":\"https://user@evil.example/token\"}",
        "{\"url\":\"not a url, evil\"}",
        "{\"file\":\"token\",\"format\":{\"type\":\"evil\"}}",
        "{}",
      })
  void aTokenSourceThatIsNeitherAFileNorASecureAddressIsRejected(String source) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                world.robot().workloadIdentity(bytes(GoogleFiles.workload(POOL, members, source))))
        .withMessageNotContaining("evil");
  }

  @Test
  void aConfigurationWithoutAServiceAccountIsRejected() {
    String json =
        GoogleFiles.workload(POOL, members, FILE)
            .replaceAll("(?m)^.*service_account_impersonation_url.*$", "");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> world.robot().workloadIdentity(bytes(json)))
        .withMessageContaining("ID tokens");
  }

  @Test
  void twoServiceAccountsToActAsAreRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                world
                    .robot()
                    .impersonating("other@project.iam.gserviceaccount.com")
                    .workloadIdentity(bytes(GoogleFiles.workload(POOL, members, FILE))))
        .withMessageContaining("name one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"members", "a/b@c", "a@b:generateIdToken?", "a b@c"})
  void anInvalidServiceAccountAddressIsRejected(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> world.robot().impersonating(name));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
