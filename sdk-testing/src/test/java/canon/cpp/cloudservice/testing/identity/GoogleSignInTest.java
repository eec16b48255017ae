package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleSignInTest {
  private final Google google = new Google();

  @AfterEach
  void close() {
    google.close();
  }

  @Test
  void theLoginPageRedirectsToTheApplication() {
    var page = google.web.get(Google.AUTHORIZE, google.authorizeQuery());

    var answer =
        google.web.post("/login", Map.of("flow", page.field("flow"), "login", Google.JOHN));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.callback().get("state")).isEqualTo("state-1");
    assertThat(answer.callback().get("code")).isNotEmpty();
  }

  @Test
  void anIdTokenIdentifiesTheUser() {
    google.fake.account(Google.JOHN).hostedDomain("contoso.com");

    var answer = google.tokens();

    var claims = answer.claimsOf("id_token");
    assertThat(claims.path("iss").asText()).isEqualTo(google.fake.issuer());
    assertThat(claims.path("aud").asText()).isEqualTo(google.editor.clientId());
    assertThat(claims.path("azp").asText()).isEqualTo(google.editor.clientId());
    assertThat(claims.path("sub").asText()).isEqualTo(google.john.subject()).hasSize(21);
    assertThat(claims.path("email").asText()).isEqualTo(Google.JOHN);
    assertThat(claims.path("email_verified").isBoolean()).isTrue();
    assertThat(claims.path("email_verified").asBoolean()).isTrue();
    assertThat(claims.path("hd").asText()).isEqualTo("contoso.com");
    assertThat(claims.path("nonce").asText()).isEqualTo("nonce-1");
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
  }

  @Test
  void anAccessTokenIsOpaque() {
    assertThat(google.tokens().text("access_token")).startsWith("ya29.").doesNotContain("eyJ");
  }

  @Test
  void anUnverifiedAddressIsMarkedAsUnverified() {
    google.fake.account(Google.JOHN).emailNotVerified();

    var claims = google.tokens().claimsOf("id_token");

    assertThat(claims.path("email_verified").asBoolean(true)).isFalse();
    assertThat(claims.has("hd")).isFalse();
  }

  @Test
  void withoutOpenidThereIsNoIdToken() {
    var code = google.code(Web.with(google.authorizeQuery(), "scope", "email"));

    assertThat(google.token(google.codeForm(code)).json().has("id_token")).isFalse();
  }

  @Test
  void theRefreshTokenIsIssuedWithTheFirstConsentOrOnRequest() {
    assertThat(google.tokens().json().has("refresh_token")).isTrue();
    assertThat(google.tokens().json().has("refresh_token")).isFalse();

    var again = google.code(Web.with(google.authorizeQuery(), "prompt", "consent"));
    assertThat(google.token(google.codeForm(again)).json().has("refresh_token")).isTrue();
    var online = google.code(Web.with(google.authorizeQuery(), "access_type", "online"));
    assertThat(google.token(google.codeForm(online)).json().has("refresh_token")).isFalse();
  }

  @Test
  void aRefreshTokenStaysValidAndReturnsANewIdToken() {
    var first = google.tokens();
    google.clock.advance(Duration.ofMinutes(59));

    var second = google.refresh(first.text("refresh_token"));
    var third = google.refresh(first.text("refresh_token"));

    assertThat(second.json().has("refresh_token")).isFalse();
    assertThat(second.claimsOf("id_token").has("nonce")).isFalse();
    assertThat(second.text("id_token")).isNotEqualTo(third.text("id_token"));
    assertThat(third.claimsOf("id_token").path("sub").asText()).isEqualTo(google.john.subject());
  }

  @Test
  void aRevokedRefreshTokenIsRejected() {
    var token = google.tokens().text("refresh_token");
    google.fake.revokeSessions(google.john);

    var answer = google.refresh(token);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("error")).isEqualTo("invalid_grant");
    assertThat(google.refresh("unknown").text("error")).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, '', invalid_grant, 400",
    "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX, invalid_grant, 400",
    "redirect_uri, https://printer.contoso.com/other, redirect_uri_mismatch, 400",
    "code, unknown, invalid_grant, 400",
    "code, '', invalid_request, 400",
    "client_id, unknown, invalid_client, 401",
    "client_id, '', invalid_request, 400",
    "client_secret, wrong, invalid_client, 401",
    "client_secret, '', invalid_request, 400",
    "grant_type, password, unsupported_grant_type, 400"
  })
  void invalidRequestsAreRejected(String name, String value, String error, int status) {
    var code = google.code(google.authorizeQuery());

    var answer = google.token(Web.with(google.codeForm(code), name, value));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text("error")).isEqualTo(error);
  }

  @ParameterizedTest
  @ValueSource(ints = {42, 129, 172})
  void aVerifierOfAnotherLengthIsRejected(int length) {
    var form = google.codeForm(google.code(google.authorizeQuery()));

    var answer = google.token(Web.with(form, "code_verifier", "a".repeat(length)));

    assertThat(answer.text("error")).isEqualTo("invalid_grant");
  }

  @Test
  void aDesktopAppMayUseAnyLoopbackPort() {
    google.fake.client("settings-editor").redirectTo("http://127.0.0.1");
    var query = Web.with(google.authorizeQuery(), "redirect_uri", "http://127.0.0.1:50123/");

    var callback = google.fake.signIn(google.authorizeUrl(query), Google.JOHN);

    assertThat(callback.uri()).hasPort(50123).hasParameter("code");
  }

  @Test
  void anUnregisteredRedirectAddressReceivesNothing() {
    var stranger = Web.with(google.authorizeQuery(), "redirect_uri", "https://stranger.example");
    var unknown = Web.with(google.authorizeQuery(), "client_id", "unknown");

    assertThat(google.web.get(Google.AUTHORIZE, stranger).status()).isEqualTo(400);
    assertThat(google.web.get(Google.AUTHORIZE, unknown).status()).isEqualTo(400);
    assertThatThrownBy(() -> google.fake.cancelSignIn(google.authorizeUrl(stranger)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("redirect_uri_mismatch");
  }

  @Test
  void cancellingRedirectsWithAnError() {
    var callback = google.fake.cancelSignIn(google.authorizeUrl(google.authorizeQuery()));

    assertThat(callback.parameters()).containsEntry("error", "access_denied");
  }

  @Test
  void theSimulatedBrowserAcceptsOnlyTheFakesAddress() {
    var elsewhere = URI.create("https://accounts.google.com/o/oauth2/v2/auth");

    assertThatThrownBy(() -> google.fake.signIn(elsewhere, Google.JOHN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void discoveryNamesTheEndpointsAndTheKeys() {
    var found = google.web.get("/.well-known/openid-configuration");

    assertThat(found.text("issuer")).isEqualTo(google.fake.issuer());
    assertThat(found.text("authorization_endpoint")).endsWith(Google.AUTHORIZE);
    assertThat(found.text("jwks_uri")).isEqualTo(google.fake.jwksUri().toString());
    google.fake.rotateKeys();
    assertThat(google.web.get(found.text("jwks_uri")).json().path("keys")).hasSize(2);
  }
}
