package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdentityLogTest {
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void tokenRequestsCanBeCounted() {
    var tokens = entra.tokens();
    entra.web.post(entra.tokenPath, entra.refreshForm(tokens.text("refresh_token")));

    assertThat(entra.fake.log().of(IdentityEndpoint.TOKEN))
        .extracting(request -> request.parameter("grant_type").orElse(""))
        .containsExactly("authorization_code", "refresh_token");
  }

  @Test
  void anEntryContainsRequestAndResult() {
    entra.web.post(entra.tokenPath, entra.refreshForm("unknown"));

    var request = entra.fake.log().entries().get(0);

    assertThat(request.number()).isEqualTo(1);
    assertThat(request.at()).isEqualTo(entra.clock.instant());
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo(entra.tokenPath);
    assertThat(request.status()).isEqualTo(400);
    assertThat(request.error()).contains("invalid_grant");
    assertThat(request.header("content-type")).contains("application/x-www-form-urlencoded");
  }

  @Test
  void secretsAreAvailableToTestsButNotPrinted() {
    var code = entra.code();
    var form = Web.with(entra.codeForm(code), "client_secret", "seeded-secret");
    entra.web.post(entra.tokenPath, form, "Authorization", "Bearer seeded-token");

    var request = entra.fake.log().of(IdentityEndpoint.TOKEN).get(0);

    assertThat(request.parameter("client_secret")).contains("seeded-secret");
    assertThat(request.parameters()).containsKey("code_verifier");
    assertThat(entra.fake.log().toString())
        .doesNotContain("seeded", code, Entra.VERIFIER)
        .contains("code=***", "grant_type=authorization_code", entra.editor.clientId());
  }

  @Test
  void addressesAreNotPrinted() {
    entra.web.get(entra.authorizePath, Web.with(entra.authorizeQuery(), "login_hint", Entra.ADMIN));

    assertThat(entra.fake.log().toString()).doesNotContain(Entra.ADMIN);
  }

  @Test
  void theLogCanBeCleared() {
    entra.web.get("/elsewhere");
    entra.fake.log().clear();
    entra.web.get("/elsewhere");

    assertThat(entra.fake.log().entries())
        .singleElement()
        .matches(request -> request.number() == 2)
        .matches(request -> request.endpoint() == IdentityEndpoint.OTHER);
  }
}
