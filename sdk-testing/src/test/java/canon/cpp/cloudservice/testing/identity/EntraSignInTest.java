package canon.cpp.cloudservice.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntraSignInTest {
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void theLoginPageRedirectsToTheApplicationWithCodeAndState() {
    var page = entra.web.get(entra.authorizePath, entra.authorizeQuery());

    assertThat(page.status()).isEqualTo(200);
    var answer =
        entra.web.post("/common/login", Map.of("flow", page.field("flow"), "login", Entra.ADMIN));

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).startsWith(Entra.REDIRECT + "?");
    assertThat(answer.callback().get("state")).isEqualTo("state-1");
    assertThat(answer.callback().get("code")).isNotEmpty();
  }

  @Test
  void theResponseCanBePostedAsAForm() {
    var query = Web.with(entra.authorizeQuery(), "response_mode", "form_post");
    var page = entra.web.get(entra.authorizePath, query);

    var answer =
        entra.web.post("/common/login", Map.of("flow", page.field("flow"), "login", Entra.ADMIN));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("action=\"" + Entra.REDIRECT + "\"");
    assertThat(answer.field("state")).isEqualTo("state-1");
    assertThat(answer.field("code")).isNotEmpty();
  }

  @Test
  void valuesFromRequestsAreEscapedOnThePage() {
    var query = Web.with(entra.authorizeQuery(), "login_hint", "\"><script>alert('&')</script>");

    var page = entra.web.get(entra.authorizePath, query);

    assertThat(page.body())
        .doesNotContain("<script>")
        .contains("value=\"&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;\"");
  }

  @Test
  void theStateIsEscapedInAPostedForm() {
    var query = Web.with(entra.authorizeQuery(), "response_mode", "form_post");
    var page = entra.web.get(entra.authorizePath, Web.with(query, "state", "\"><b>"));

    var answer =
        entra.web.post("/common/login", Map.of("flow", page.field("flow"), "login", Entra.ADMIN));

    assertThat(answer.body()).doesNotContain("<b>").contains("value=\"&quot;&gt;&lt;b&gt;\"");
  }

  @Test
  void anUnknownUserGetsTheLoginPageAgain() {
    var page = entra.web.get(entra.authorizePath, entra.authorizeQuery());

    var again =
        entra.web.post(
            "/common/login", Map.of("flow", page.field("flow"), "login", "who@contoso.com"));

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).contains("There is no such account.");
    assertThat(again.field("flow")).isNotEqualTo(page.field("flow"));
  }

  @Test
  void aLoginPageIsValidOnce() {
    var page = entra.web.get(entra.authorizePath, entra.authorizeQuery());
    var form = Map.of("flow", page.field("flow"), "login", Entra.ADMIN);

    assertThat(entra.web.post("/common/login", form).status()).isEqualTo(302);
    assertThat(entra.web.post("/common/login", form).status()).isEqualTo(400);
  }

  @Test
  void cancellingRedirectsWithAnError() {
    var callback = entra.fake.cancelSignIn(entra.authorizeUrl(entra.authorizeQuery()));

    assertThat(callback.parameters())
        .containsEntry("error", "access_denied")
        .containsEntry("state", "state-1")
        .doesNotContainKey("code");
  }

  @ParameterizedTest
  @CsvSource({
    "response_type, token, unsupported_response_type",
    "response_mode, fragment, invalid_request",
    "code_challenge_method, plain, invalid_request",
    "code_challenge_method, '', invalid_request",
    "code_challenge, too-short, invalid_request",
    "scope, '', invalid_request",
    "scope, https://elsewhere.example/read, invalid_scope",
    "claims, no-json, invalid_request",
    "prompt, none, login_required"
  })
  void anInvalidRequestIsAnsweredWithAnError(String name, String value, String error) {
    var query = Web.with(entra.authorizeQuery(), name, value);

    var answer = entra.web.get(entra.authorizePath, query);

    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.callback().get("error")).isEqualTo(error);
    assertThat(answer.callback().get("state")).isEqualTo("state-1");
  }

  @ParameterizedTest
  @CsvSource({
    "client_id, 00000000-0000-0000-0000-000000000000",
    "redirect_uri, https://printer.contoso.com/callback/elsewhere",
    "redirect_uri, https://printer.contoso.com:444/callback",
    "redirect_uri, ''"
  })
  void anUnregisteredRedirectAddressReceivesNothing(String name, String value) {
    var query = Web.with(entra.authorizeQuery(), name, value);

    var answer = entra.web.get(entra.authorizePath, query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Location")).isEmpty();
    assertThatThrownBy(() -> entra.fake.signIn(entra.authorizeUrl(query), Entra.ADMIN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("AADSTS");
  }

  @Test
  void aRepeatedParameterIsRejected() {
    var url = entra.authorizeUrl(entra.authorizeQuery()) + "&nonce=other";

    var callback = entra.fake.signIn(URI.create(url), Entra.ADMIN);

    assertThat(callback.parameters()).containsEntry("error", "invalid_request");
  }

  @Test
  void anyLoopbackPortIsAccepted() {
    entra.editor.redirectTo("http://localhost/callback");
    var query = Web.with(entra.authorizeQuery(), "redirect_uri", "http://localhost:50123/callback");

    var callback = entra.fake.signIn(entra.authorizeUrl(query), Entra.ADMIN);

    assertThat(callback.uri()).hasPort(50123).hasParameter("code");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:50123/elsewhere",
    "http://localhost:50123/callback?x=1",
    "http://localhost.example/callback",
    "http://user@localhost:50123/callback",
    "https://localhost:50123/callback"
  })
  void theRestOfALoopbackAddressMustMatch(String address) {
    entra.editor.redirectTo("http://localhost/callback");
    var query = Web.with(entra.authorizeQuery(), "redirect_uri", address);

    assertThat(entra.web.get(entra.authorizePath, query).status()).isEqualTo(400);
  }

  @Test
  void theBrowserStaysSignedInUntilTheLoginPageIsRequested() {
    var page = entra.web.get(entra.authorizePath, entra.authorizeQuery());
    var signedIn =
        entra.web.post("/common/login", Map.of("flow", page.field("flow"), "login", Entra.ADMIN));
    var cookie = signedIn.header("Set-Cookie").split(";", -1)[0];
    var url = entra.authorizeUrl(entra.authorizeQuery()).toString();

    assertThat(entra.web.get(url, "Cookie", cookie).callback().get("code")).isNotEmpty();
    assertThat(entra.web.get(url + "&prompt=none", "Cookie", cookie).callback().get("code"))
        .isNotEmpty();
    assertThat(entra.web.get(url + "&prompt=login", "Cookie", cookie).status()).isEqualTo(200);
    assertThat(entra.web.get(url + "&login_hint=a%40b.example", "Cookie", cookie).status())
        .isEqualTo(200);
    assertThat(entra.web.get(url, "Cookie", "fake-entra-session=%%%").status()).isEqualTo(200);
  }

  @Test
  void anAccountOfAnotherTenantCannotSignInHere() {
    entra.fake.tenant("fabrikam.com").account("boss@fabrikam.com");
    var url = entra.authorizeUrl(entra.authorizeQuery());

    assertThatThrownBy(() -> entra.fake.signIn(url, "boss@fabrikam.com"))
        .isInstanceOf(IllegalArgumentException.class);
    var common = URI.create(url.toString().replace(entra.contoso.id(), "common"));
    assertThat(entra.fake.signIn(common, "boss@fabrikam.com").parameters()).containsKey("code");
  }

  @Test
  void aCallbackDoesNotPrintItsCode() {
    var callback = entra.fake.signIn(entra.authorizeUrl(entra.authorizeQuery()), Entra.ADMIN);

    assertThat(callback.toString()).doesNotContain(callback.parameters().get("code"));
  }
}
