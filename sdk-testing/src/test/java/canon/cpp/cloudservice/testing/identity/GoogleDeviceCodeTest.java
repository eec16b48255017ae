package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoogleDeviceCodeTest {
  private final Google google = new Google();

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void aDeviceReceivesTheVerificationUrlUnderGooglesName() {
    var begun = begin();

    assertThat(begun.text("verification_url")).isEqualTo(google.fake.address() + "/device");
    assertThat(begun.json().has("verification_uri")).isFalse();
    assertThat(begun.json().path("interval").asInt()).isEqualTo(5);
    assertThat(begun.json().path("expires_in").asInt()).isEqualTo(900);
  }

  @Test
  void aDeviceObtainsItsTokensAfterTheSignIn() {
    var begun = begin();
    assertRejected(poll(begun), 428, "authorization_pending");
    google.fake.approveDevice(begun.text("user_code"), Google.JOHN);
    google.clock.advance(Duration.ofSeconds(5));

    var answer = poll(begun);

    assertThat(answer.claimsOf("id_token").path("sub").asText()).isEqualTo(google.john.subject());
    assertThat(answer.text("refresh_token")).isNotEmpty();
    assertRejected(poll(begun), 400, "invalid_grant");
  }

  @Test
  void aUserSignsInOnThePage() {
    var begun = begin();
    assertThat(google.web.get("/device").body()).contains("user_code");

    var page =
        google.web.post(
            "/device", Map.of("user_code", begun.text("user_code"), "login", Google.JOHN));

    assertThat(page.status()).isEqualTo(200);
    assertThat(poll(begun).status()).isEqualTo(200);
  }

  @Test
  void frequentPollingIsAnsweredWithSlowDown() {
    var begun = begin();
    assertRejected(poll(begun), 428, "authorization_pending");

    assertRejected(poll(begun), 403, "slow_down");
  }

  @Test
  void withoutAnIntervalPollingIsNotLimited() {
    google.fake.settings().deviceCodeInterval(Duration.ZERO);
    var begun = begin();

    assertThat(begun.json().path("interval").asInt(-1)).isZero();
    assertRejected(poll(begun), 428, "authorization_pending");
    assertRejected(poll(begun), 428, "authorization_pending");
  }

  @Test
  void aDeviceCanBeDenied() {
    var begun = begin();
    google.fake.denyDevice(begun.text("user_code"));

    assertRejected(poll(begun), 403, "access_denied");
  }

  @Test
  void aCodeExpires() {
    var begun = begin();
    google.clock.advance(Duration.ofMinutes(15));

    assertRejected(poll(begun), 400, "expired_token");
  }

  @Test
  void invalidDeviceRequestsAreRejected() {
    var unknown = Map.of("client_id", "unknown", "scope", "openid");

    assertRejected(google.web.post("/device/code", unknown), 401, "invalid_client");
    assertRejected(
        google.web.post("/device/code", Map.of("client_id", google.editor.clientId())),
        400,
        "invalid_request");
  }

  private Web.Reply begin() {
    return google.web.post(
        "/device/code", Map.of("client_id", google.editor.clientId(), "scope", "openid email"));
  }

  private Web.Reply poll(Web.Reply begun) {
    return google.token(
        Map.of(
            "grant_type",
            "urn:ietf:params:oauth:grant-type:device_code",
            "client_id",
            google.editor.clientId(),
            "client_secret",
            Google.SECRET,
            "device_code",
            begun.text("device_code")));
  }

  private static void assertRejected(Web.Reply answer, int status, String error) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
  }
}
