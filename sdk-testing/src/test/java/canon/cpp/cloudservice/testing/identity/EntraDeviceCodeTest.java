package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntraDeviceCodeTest {
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aDeviceReceivesItsCodesAndTheVerificationUrl() {
    var begun = begin();

    assertThat(begun.status()).isEqualTo(200);
    assertThat(begun.text("user_code")).matches("[A-Z]{4}-[A-Z]{4}");
    assertThat(begun.text("verification_uri")).startsWith(entra.fake.address().toString());
    assertThat(begun.text("message"))
        .contains(begun.text("user_code"), begun.text("verification_uri"));
    assertThat(begun.json().path("expires_in").asInt()).isEqualTo(900);
    assertThat(begun.json().path("interval").asInt()).isEqualTo(5);
  }

  @Test
  void beforeTheSignInTheResponseIsPending() {
    assertRejected(poll(begin()), "authorization_pending", 70016);
  }

  @Test
  void aDeviceObtainsTokensAfterTheSignIn() {
    var begun = begin();
    assertRejected(poll(begun), "authorization_pending", 70016);
    entra.fake.approveDevice(begun.text("user_code"), Entra.ADMIN);
    entra.clock.advance(Duration.ofSeconds(5));

    var answer = poll(begun);

    assertThat(answer.claimsOf("access_token").path("oid").asText()).isEqualTo(entra.admin.oid());
    assertThat(answer.text("refresh_token")).isNotEmpty();
    assertRejected(poll(begun), "bad_verification_code", 70018);
  }

  @Test
  void theOldNameOfTheGrantIsAccepted() {
    var form =
        Map.of(
            "grant_type", "device_code",
            "client_id", entra.editor.clientId(),
            "device_code", begin().text("device_code"));

    assertRejected(entra.web.post(entra.tokenPath, form), "authorization_pending", 70016);
  }

  @Test
  void aUserSignsInOnThePage() {
    var begun = begin();
    var page = entra.web.get("/common/oauth2/deviceauth");
    assertThat(page.body()).contains("name=\"user_code\"", "name=\"login\"");
    var code = begun.text("user_code");

    assertThat(type(code, "who@contoso.com", "allow").status()).isEqualTo(400);
    assertThat(type("XXXX-XXXX", Entra.ADMIN, "allow").status()).isEqualTo(400);
    assertThat(type(code.toLowerCase(Locale.ROOT), Entra.ADMIN, "allow").status()).isEqualTo(200);

    assertThat(poll(begun).status()).isEqualTo(200);
  }

  @Test
  void aUserDeniesOnThePage() {
    var begun = begin();

    assertThat(type(begun.text("user_code"), "", "deny").status()).isEqualTo(200);

    assertRejected(poll(begun), "authorization_declined", 70018);
    assertThat(type(begun.text("user_code"), "", "deny").status()).isEqualTo(400);
  }

  @Test
  void frequentPollingIsAnsweredWithSlowDown() {
    var begun = begin();
    assertRejected(poll(begun), "authorization_pending", 70016);
    entra.clock.advance(Duration.ofSeconds(4));

    assertRejected(poll(begun), "slow_down", 70016);
    entra.clock.advance(Duration.ofSeconds(5));
    assertRejected(poll(begun), "authorization_pending", 70016);
  }

  @Test
  void aCodeExpires() {
    entra.fake.settings().deviceCodeLifetime(Duration.ofMinutes(1));
    var begun = begin();
    entra.clock.advance(Duration.ofMinutes(1));

    assertRejected(poll(begun), "expired_token", 70020);
    assertThatThrownBy(() -> entra.fake.approveDevice(begun.text("user_code"), Entra.ADMIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> entra.fake.denyDevice(begun.text("user_code")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theIntervalCanBeOmitted() {
    entra.fake.settings().withoutDeviceCodeInterval();

    assertThat(begin().json().has("interval")).isFalse();
  }

  @Test
  void aTenantCanForbidDeviceCodes() {
    entra.contoso.blockDeviceCode(EntraError.blockedByPolicy());
    var begun = begin();
    entra.fake.approveDevice(begun.text("user_code"), Entra.ADMIN);

    assertRejected(poll(begun), "invalid_grant", 53003);
  }

  @Test
  void invalidDeviceRequestsAreRejected() {
    var form = Map.of("client_id", entra.editor.clientId(), "scope", entra.fake.apiScope());

    assertRejected(
        entra.web.post(entra.path("devicecode"), Web.with(form, "client_id", "")),
        "invalid_request",
        900144);
    assertRejected(
        entra.web.post(entra.path("devicecode"), Web.with(form, "client_id", "unknown")),
        "unauthorized_client",
        700016);
    assertRejected(
        entra.web.post(entra.path("devicecode"), Web.with(form, "scope", "")),
        "invalid_request",
        900144);
    assertRejected(
        entra.web.post("/nowhere.example/oauth2/v2.0/devicecode", form), "invalid_request", 90002);
  }

  private Web.Reply begin() {
    return entra.web.post(
        entra.path("devicecode"),
        Map.of(
            "client_id",
            entra.editor.clientId(),
            "scope",
            "openid offline_access " + entra.fake.apiScope()));
  }

  private Web.Reply poll(Web.Reply begun) {
    return entra.web.post(
        entra.tokenPath,
        Map.of(
            "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
            "client_id", entra.editor.clientId(),
            "device_code", begun.text("device_code")));
  }

  private Web.Reply type(String userCode, String login, String action) {
    return entra.web.post(
        "/common/oauth2/deviceauth",
        Map.of("user_code", userCode, "login", login, "action", action));
  }

  private static void assertRejected(Web.Reply answer, String error, int code) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(code);
  }
}
