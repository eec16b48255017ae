package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntraCodeTest {
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aCodeIsRedeemedForTokensOfTheApi() {
    var answer = entra.tokens();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("token_type")).isEqualTo("Bearer");
    assertThat(answer.json().path("expires_in").asInt()).isEqualTo(3600);
    var claims = answer.claimsOf("access_token");
    assertThat(claims.path("aud").asText()).isEqualTo(entra.fake.apiId());
    assertThat(claims.path("iss").asText()).isEqualTo(entra.contoso.issuer());
    assertThat(claims.path("tid").asText()).isEqualTo(entra.contoso.id());
    assertThat(claims.path("oid").asText()).isEqualTo(entra.admin.oid());
    assertThat(claims.path("scp").asText()).isEqualTo("access");
    assertThat(claims.path("azp").asText()).isEqualTo(entra.editor.clientId());
    assertThat(claims.path("preferred_username").asText()).isEqualTo(Entra.ADMIN);
    assertThat(claims.path("email").asText()).isEqualTo(Entra.ADMIN);
    assertThat(claims.path("xms_edov").isBoolean()).isTrue();
    assertThat(claims.path("xms_edov").asBoolean()).isTrue();
    assertThat(claims.path("exp").asLong())
        .isEqualTo(entra.clock.instant().plusSeconds(3600).getEpochSecond());
    assertThat(claims.has("roles")).isFalse();
  }

  @Test
  void theIdTokenIsForTheApplicationAndHasTheNonce() {
    var claims = entra.tokens().claimsOf("id_token");

    assertThat(claims.path("aud").asText()).isEqualTo(entra.editor.clientId());
    assertThat(claims.path("nonce").asText()).isEqualTo("nonce-1");
    assertThat(claims.path("oid").asText()).isEqualTo(entra.admin.oid());
  }

  @Test
  void theSubjectDiffersFromAudienceToAudience() {
    var answer = entra.tokens();

    assertThat(answer.claimsOf("id_token").path("sub"))
        .isNotEqualTo(answer.claimsOf("access_token").path("sub"));
  }

  @Test
  void clientInfoNamesTheAccount() {
    var info = entra.tokens().text("client_info");

    var decoded = Json.readObject(new String(Base64Url.decode(info), StandardCharsets.UTF_8));

    assertThat(decoded.path("uid").asText()).isEqualTo(entra.admin.oid());
    assertThat(decoded.path("utid").asText()).isEqualTo(entra.contoso.id());
  }

  @Test
  void unrequestedTokensAreAbsent() {
    var query = Web.with(entra.authorizeQuery(), "scope", entra.fake.apiScope());
    var form = Web.with(entra.codeForm(entra.code(query)), "client_info", "");

    var answer = entra.web.post(entra.tokenPath, form).json();

    assertThat(answer.has("access_token")).isTrue();
    assertThat(answer.has("refresh_token")).isFalse();
    assertThat(answer.has("id_token")).isFalse();
    assertThat(answer.has("client_info")).isFalse();
  }

  @Test
  void anAddressInventedByTheTenantIsNotVerified() {
    entra.admin.email("boss@elsewhere.example").emailNotVerified();

    var claims = entra.tokens().claimsOf("access_token");

    assertThat(claims.path("email").asText()).isEqualTo("boss@elsewhere.example");
    assertThat(claims.path("xms_edov").asBoolean(true)).isFalse();
  }

  @Test
  void aPersonalAccountHasTheTenantOfAllPersonalAccounts() {
    entra.fake.personalAccounts().account("someone@outlook.com");
    var url = entra.authorizeUrl(entra.authorizeQuery()).toString();
    var consumers = URI.create(url.replace(entra.contoso.id(), "consumers"));
    var code = entra.fake.signIn(consumers, "someone@outlook.com").parameters().get("code");

    var claims =
        entra
            .web
            .post("/consumers/oauth2/v2.0/token", entra.codeForm(code))
            .claimsOf("access_token");

    assertThat(claims.path("tid").asText()).isEqualTo("9188040d-6c67-4c5b-b112-36a304b66dad");
    assertThat(claims.has("xms_edov")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "code_verifier, '', invalid_request, 900144",
    "code_verifier, short, invalid_request, 501491",
    "code_verifier, dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXX, invalid_grant, 501481",
    "redirect_uri, https://printer.contoso.com/other, invalid_grant, 500112",
    "code, unknown, invalid_grant, 9002313",
    "code, '', invalid_request, 900144",
    "client_id, 00000000-0000-0000-0000-000000000000, unauthorized_client, 700016",
    "client_id, '', invalid_request, 900144",
    "client_secret, surprise, invalid_client, 700025",
    "grant_type, password, unsupported_grant_type, 70003",
    "grant_type, '', invalid_request, 900144"
  })
  void invalidRequestsAreRejected(String name, String value, String error, int errorCode) {
    var form = Web.with(entra.codeForm(entra.code()), name, value);

    var answer = entra.web.post(entra.tokenPath, form);

    assertThat(answer.status()).isIn(400, 401);
    assertThat(answer.text("error")).isEqualTo(error);
    assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(errorCode);
  }

  @Test
  void anErrorHasMicrosoftsFormat() {
    var id = "b6c83c5c-7e46-4b4e-9a2a-6f6a0e3d3c11";

    var answer =
        entra.web.post(entra.tokenPath, entra.codeForm("unknown"), "client-request-id", id);

    var json = answer.json();
    assertThat(json.path("error_description").asText()).startsWith("AADSTS9002313: ");
    assertThat(json.path("correlation_id").asText()).isEqualTo(id);
    assertThat(json.path("trace_id").asText()).hasSize(36);
    assertThat(json.path("timestamp").asText()).isEqualTo("2030-01-01 00:00:00Z");
    assertThat(json.path("error_uri").asText()).endsWith("error?code=9002313");
    assertThat(answer.header("client-request-id")).isEqualTo(id);
  }

  @Test
  void aCodeIsValidOnce() {
    var form = entra.codeForm(entra.code());

    assertThat(entra.web.post(entra.tokenPath, form).status()).isEqualTo(200);
    assertThat(entra.web.post(entra.tokenPath, form).json().path("error_codes").path(0).asInt())
        .isEqualTo(54005);
  }

  @Test
  void aCodeIsValidForTenMinutes() {
    var form = entra.codeForm(entra.code());
    entra.clock.advance(Duration.ofMinutes(10));

    var answer = entra.web.post(entra.tokenPath, form);

    assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(70008);
  }

  @Test
  void aCodeOfAnotherApplicationIsRejected() {
    var other = entra.fake.app("other");

    var answer =
        entra.web.post(
            entra.tokenPath, Web.with(entra.codeForm(entra.code()), "client_id", other.clientId()));

    assertThat(answer.text("error")).isEqualTo("invalid_grant");
  }

  @Test
  void anUnknownTenantIsReported() {
    var answer = entra.web.post("/nowhere.example/oauth2/v2.0/token", entra.codeForm(entra.code()));

    assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(90002);
  }

  @Test
  void lifetimeAndRefreshTimeCanBeSet() {
    entra.fake.settings().tokenLifetime(Duration.ofMinutes(5)).refreshIn(Duration.ofMinutes(2));

    var answer = entra.tokens().json();

    assertThat(answer.path("expires_in").asInt()).isEqualTo(300);
    assertThat(answer.path("refresh_in").asInt()).isEqualTo(120);
  }
}
