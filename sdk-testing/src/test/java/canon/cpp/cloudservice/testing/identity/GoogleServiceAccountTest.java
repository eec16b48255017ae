package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleServiceAccountTest {
  private static final String API = "https://api.cloud-service.example";
  private static final String CLOUD = "https://www.googleapis.com/auth/cloud-platform";

  private final Google google = new Google();
  private final GoogleServiceAccount tool = google.fake.serviceAccount("partner-tool");

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void anAssertionWithAnAudienceGivesAnIdToken() {
    var claims =
        google.sign(tool, google.wish(tool).put("target_audience", API)).claimsOf("id_token");

    assertThat(claims.path("iss").asText()).isEqualTo(google.fake.issuer());
    assertThat(claims.path("aud").asText()).isEqualTo(API);
    assertThat(claims.path("sub").asText()).isEqualTo(tool.uniqueId());
    assertThat(claims.path("azp").asText()).isEqualTo(tool.email());
    assertThat(claims.path("email").asText()).isEqualTo(tool.email());
    assertThat(claims.path("email_verified").asBoolean()).isTrue();
  }

  @Test
  void anAssertionWithScopesGivesAnAccessToken() {
    var answer = google.sign(tool, google.wish(tool).put("scope", CLOUD));

    assertThat(answer.text("access_token")).startsWith("ya29.");
    assertThat(answer.json().has("id_token")).isFalse();
  }

  @Test
  void theAudienceOfAnAssertionMayBeGooglesRealEndpoint() {
    var wish =
        google.wish(tool).put("scope", CLOUD).put("aud", "https://oauth2.googleapis.com/token");

    assertThat(google.sign(tool, wish).status()).isEqualTo(200);
  }

  @Test
  void anAssertionWithoutAudienceAndScopesIsRejected() {
    assertThat(google.sign(tool, google.wish(tool)).text("error")).isEqualTo("invalid_scope");
  }

  @ParameterizedTest
  @CsvSource({
    "iss, stranger@elsewhere.example, Invalid grant: account not found",
    "aud, https://elsewhere.example/token, Invalid JWT: Failed audience check."
  })
  void anInvalidClaimsRequestIsRejected(String name, String value, String description) {
    var answer = google.sign(tool, google.wish(tool).put("target_audience", API).put(name, value));

    assertThat(answer.text("error")).isEqualTo("invalid_grant");
    assertThat(answer.text("error_description")).isEqualTo(description);
  }

  @ParameterizedTest
  @CsvSource({"0, 3601", "-3600, 0", "301, 3600", "-3601, 1"})
  void anAssertionOutsideItsValidityIsRejected(int issued, int end) {
    long now = google.clock.instant().getEpochSecond();

    var answer =
        google.sign(
            tool,
            google.wish(tool).put("scope", CLOUD).put("iat", now + issued).put("exp", now + end));

    assertThat(answer.text("error_description")).contains("short-lived token");
  }

  @Test
  void anAssertionSignedWithAnotherKeyIsRejected() {
    var file = Json.readObject(tool.keyJson());
    var stranger = FakeCertificate.named("stranger").privateKey();
    var claims = google.wish(tool).put("scope", CLOUD);

    var forged = Jwt.sign(file.path("private_key_id").asText(), claims, stranger);

    assertThat(google.send(forged).text("error_description")).isEqualTo("Invalid JWT Signature.");
    assertThat(google.send(Jwt.sign("unknown", claims, Google.key(tool))).text("error_description"))
        .isEqualTo("Invalid JWT Signature.");
    assertThat(google.send("no token").text("error")).isEqualTo("invalid_grant");
    assertThat(google.send("").text("error")).isEqualTo("invalid_request");
  }

  @Test
  void theKeyFileNamesTheFake() {
    var file = Json.readObject(tool.keyJson());

    assertThat(file.path("type").asText()).isEqualTo("service_account");
    assertThat(file.path("client_email").asText()).isEqualTo(tool.email());
    assertThat(file.path("token_uri").asText()).isEqualTo(google.fake.address() + "/token");
    assertThat(tool.toString()).doesNotContain("PRIVATE KEY");
  }
}
