package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntraRefreshTest {
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aRefreshTokenIsRedeemedForNewTokensAndTheNextRefreshToken() {
    var first = entra.tokens();
    entra.clock.advance(Duration.ofMinutes(59));

    var second = refresh(first.text("refresh_token"));

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.text("access_token")).isNotEqualTo(first.text("access_token"));
    assertThat(second.text("refresh_token")).isNotEqualTo(first.text("refresh_token"));
    assertThat(second.claimsOf("access_token").path("scp").asText()).isEqualTo("access");
    assertThat(second.claimsOf("id_token").has("nonce")).isFalse();
  }

  @Test
  void anOldRefreshTokenIsRejected() {
    var old = entra.tokens().text("refresh_token");
    var next = refresh(old).text("refresh_token");

    assertRejected(refresh(old), 70000);
    assertThat(refresh(next).status()).isEqualTo(200);
  }

  @Test
  void twoTokensOfTheSameSecondDiffer() {
    var first = refresh(entra.tokens().text("refresh_token"));
    var second = refresh(first.text("refresh_token"));

    assertThat(first.text("access_token")).isNotEqualTo(second.text("access_token"));
  }

  @Test
  void anUnknownRefreshTokenIsRejected() {
    assertRejected(refresh("unknown"), 70000);
  }

  @Test
  void aRefreshTokenOfAnotherApplicationIsRejected() {
    var token = entra.tokens().text("refresh_token");
    var form = Web.with(entra.refreshForm(token), "client_id", entra.fake.app("x").clientId());

    assertRejected(entra.web.post(entra.tokenPath, form), 70000);
  }

  @Test
  void withReuseDetectionTheReuseOfARefreshTokenEndsTheSignIn() {
    entra.fake.settings().revokeOnRefreshTokenReuse();
    var first = entra.tokens().text("refresh_token");
    var second = refresh(first).text("refresh_token");

    assertRejected(refresh(first), 70000);

    assertRejected(refresh(second), 50173);
  }

  @Test
  void withoutReuseDetectionTheNextRefreshTokenStaysValid() {
    var first = entra.tokens().text("refresh_token");
    var second = refresh(first).text("refresh_token");

    assertRejected(refresh(first), 70000);

    assertThat(refresh(second).status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenExpires() {
    var token = entra.tokens().text("refresh_token");
    entra.clock.advance(Duration.ofDays(90));

    assertRejected(refresh(token), 700082);
  }

  @Test
  void afterRevocationTheAccountHasToSignInAgain() {
    var token = entra.tokens().text("refresh_token");
    var untouched = entra.contoso.account("other@contoso.com");

    entra.fake.revokeSessions(untouched);
    var next = refresh(token).text("refresh_token");
    entra.fake.revokeSessions(entra.admin);

    assertRejected(refresh(next), 50173);
  }

  @Test
  void withoutTheTokenTheRequestIsRejected() {
    var form = Web.with(entra.refreshForm("x"), "refresh_token", "");

    assertThat(entra.web.post(entra.tokenPath, form).text("error")).isEqualTo("invalid_request");
  }

  private Web.Reply refresh(String token) {
    return entra.web.post(entra.tokenPath, entra.refreshForm(token));
  }

  private static void assertRejected(Web.Reply answer, int code) {
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_grant");
    assertThat(answer.text("suberror")).isEqualTo("bad_token");
    assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(code);
  }
}
