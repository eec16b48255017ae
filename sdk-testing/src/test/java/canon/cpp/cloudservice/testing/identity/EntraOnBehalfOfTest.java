package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntraOnBehalfOfTest {
  private final Entra entra = new Entra();
  private final EntraApp backEnd = entra.fake.app("mobile-back-end").secret("back-end-secret");

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aBackEndObtainsATokenForTheUserWhoCalledIt() {
    var answer = entra.web.post(entra.tokenPath, form(userToken()));

    var claims = answer.claimsOf("access_token");
    assertThat(claims.path("oid").asText()).isEqualTo(entra.admin.oid());
    assertThat(claims.path("aud").asText()).isEqualTo(entra.fake.apiId());
    assertThat(claims.path("azp").asText()).isEqualTo(backEnd.clientId());
    assertThat(claims.path("scp").asText()).isEqualTo("access");
  }

  @Test
  void aTokenForAnotherApiIsRejected() {
    assertRejected(form(entra.tokens().text("access_token")), "invalid_grant", 500131);
  }

  @Test
  void anIdTokenIsRejectedAsAccessToken() {
    var query = Web.with(entra.authorizeQuery(), "client_id", backEnd.clientId());
    backEnd.redirectTo(Entra.REDIRECT);
    var codeForm = Web.with(entra.codeForm(entra.code(query)), "client_id", backEnd.clientId());
    var idToken =
        entra
            .web
            .post(entra.tokenPath, Web.with(codeForm, "client_secret", "back-end-secret"))
            .text("id_token");

    assertRejected(form(idToken), "invalid_grant", 500131);
  }

  @Test
  void aForgedOrExpiredTokenIsRejected() {
    var token = userToken();
    var forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

    assertRejected(form(forged), "invalid_grant", 50013);
    assertRejected(form("no token"), "invalid_grant", 50027);
    var other =
        WorkloadIssuer.of(entra.contoso.issuer(), entra.clock).token("s", backEnd.clientId());
    assertRejected(form(other), "invalid_grant", 50013);
    entra.clock.advance(Duration.ofHours(1));
    assertRejected(form(token), "invalid_grant", 500133);
  }

  @ParameterizedTest
  @CsvSource({
    "requested_token_use, '', invalid_request, 900144",
    "assertion, '', invalid_request, 900144",
    "scope, openid, invalid_request, 900144",
    "client_secret, wrong, invalid_client, 7000215"
  })
  void invalidRequestsAreRejected(String name, String value, String error, int code) {
    assertRejected(Web.with(form(userToken()), name, value), error, code);
  }

  @Test
  void aClaimsChallengeIsPassedOn() {
    var token = userToken();
    var claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
    entra.admin.requireBeforeToken(EntraError.claimsRequired(claims));

    var answer = entra.web.post(entra.tokenPath, form(token));

    assertThat(answer.text("error")).isEqualTo("interaction_required");
    assertThat(answer.text("claims")).isEqualTo(claims);
  }

  private String userToken() {
    var query =
        Web.with(entra.authorizeQuery(), "scope", "openid " + backEnd.scope("access_as_user"));
    return entra.web.post(entra.tokenPath, entra.codeForm(entra.code(query))).text("access_token");
  }

  private Map<String, String> form(String assertion) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    form.put("requested_token_use", "on_behalf_of");
    form.put("client_id", backEnd.clientId());
    form.put("client_secret", "back-end-secret");
    form.put("assertion", assertion);
    form.put("scope", entra.fake.apiScope());
    return form;
  }

  private void assertRejected(Map<String, String> form, String error, int code) {
    var answer = entra.web.post(entra.tokenPath, form);
    assertThat(answer.json().path("error_codes").path(0).asInt()).isEqualTo(code);
    assertThat(answer.text("error")).isEqualTo(error);
  }
}
