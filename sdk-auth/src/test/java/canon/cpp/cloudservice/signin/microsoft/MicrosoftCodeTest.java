package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import canon.cpp.cloudservice.testing.identity.SignInCallback;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrosoftCodeTest {
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void aUserSignsInWithABrowserOnAnotherMachine() {
    try (AccountTokenProvider admin = entra.signedIn()) {
      AccessToken token = admin.token(TokenRequest.within(Entra.TIME));

      assertThat(token.expiresAt()).contains(entra.clock.instant().plus(Duration.ofHours(1)));
      assertThat(admin.account())
          .contains(
              new SignedInAccount(
                  IdentityProvider.MICROSOFT, entra.admin.oid(), entra.contoso.id(), Entra.ADMIN));
      assertThat(entra.tokenRequests()).isEqualTo(1);
    }
  }

  @Test
  void theAuthorizationRequestContainsNoSecret() {
    AuthorizationCodeSession session =
        entra.app().begin(AuthorizationCodeOptions.of(Entra.REDIRECT));

    assertThat(session.url().toString())
        .startsWith(entra.fake.address() + "/common/oauth2/v2.0/authorize?")
        .contains("response_mode=query", "code_challenge_method=S256", "prompt=select_account")
        .contains("scope=openid%20profile%20offline_access%20api%3A%2F%2F" + entra.fake.apiId())
        .doesNotContain("login_hint", "code_verifier", "claims");
  }

  @Test
  void aUserWhoCancelsOnMicrosoftsPageIsReportedAsCancelled() {
    AuthorizationCodeSession session =
        entra.app().begin(AuthorizationCodeOptions.of(Entra.REDIRECT));
    SignInCallback callback = entra.fake.cancelSignIn(session.url());

    AuthenticationException failure =
        catchThrowableOfType(
            AuthenticationException.class,
            () -> session.complete(callback.parameters(), Entra.TIME));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CANCELLED);
    assertThat(failure.errorCode()).contains("access_denied");
  }

  @Test
  void theBrowserCanReturnWithAForm() {
    AuthorizationCodeSession session =
        entra
            .app()
            .begin(
                AuthorizationCodeOptions.of(Entra.REDIRECT)
                    .withFormPost()
                    .withLoginHint(Entra.ADMIN));
    SignInCallback callback = entra.fake.signIn(session.url(), Entra.ADMIN);

    assertThat(callback.formPost()).isTrue();
    assertThat(session.url().toString())
        .contains("login_hint=admin%40contoso.com")
        .doesNotContain("prompt=");
    try (AccountTokenProvider admin = session.complete(callback.parameters(), Entra.TIME)) {
      assertThat(admin.account()).isPresent();
    }
  }

  @Test
  void aPersonalAccountSignsIn() {
    entra.fake.personalAccounts().account("john.doe@outlook.com");
    AuthorizationCodeSession session =
        entra.app().begin(AuthorizationCodeOptions.of(Entra.REDIRECT));
    SignInCallback callback = entra.fake.signIn(session.url(), "john.doe@outlook.com");

    try (AccountTokenProvider person = session.complete(callback.parameters(), Entra.TIME)) {
      assertThat(person.account().orElseThrow().tenant())
          .isEqualTo(entra.fake.personalAccounts().id());
    }
  }

  @Test
  void aWebHostAuthenticatesWithItsCredential() {
    entra.editor.secret(Entra.SECRET);

    try (AccountTokenProvider admin =
        entra.signedIn(entra.app().tenant("contoso.com").credential(Entra.secret()))) {
      AccessToken first = admin.token(TokenRequest.within(Entra.TIME));
      entra.clock.advance(Duration.ofHours(1));

      assertThat(admin.token(TokenRequest.within(Entra.TIME))).isNotEqualTo(first);
      assertThat(entra.fake.log().of(IdentityEndpoint.TOKEN))
          .extracting(request -> request.parameter("client_secret").orElse(""))
          .containsExactly(Entra.SECRET, Entra.SECRET);
    }
  }

  @Test
  void aCodeOfAnotherSessionIsRejected() {
    AuthorizationCodeSession mine = entra.app().begin(AuthorizationCodeOptions.of(Entra.REDIRECT));
    AuthorizationCodeSession theirs =
        entra.app().begin(AuthorizationCodeOptions.of(Entra.REDIRECT));
    Map<String, String> callback =
        new HashMap<>(entra.fake.signIn(mine.url(), Entra.ADMIN).parameters());
    callback.put("code", entra.fake.signIn(theirs.url(), Entra.ADMIN).parameters().get("code"));

    AuthenticationException failure =
        catchThrowableOfType(
            AuthenticationException.class, () -> mine.complete(callback, Entra.TIME).close());

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CODE_EXPIRED);
    assertThat(failure.correlationId()).isPresent();
  }

  @Test
  void requiredClaimsAreRequestedAndSatisfied() {
    String claims =
        "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"},\"odd\":[1]}}";
    AuthorizationCodeSession session =
        entra.app().begin(AuthorizationCodeOptions.of(Entra.REDIRECT).withClaims(claims));
    SignInCallback callback = entra.fake.signIn(session.url(), Entra.ADMIN);

    try (AccountTokenProvider admin = session.complete(callback.parameters(), Entra.TIME)) {
      IdentityRequest request = entra.fake.log().of(IdentityEndpoint.TOKEN).get(0);
      assertThat(request.parameter("claims")).contains(claims);
      assertThat(admin.account()).isPresent();
    }
  }

  @Test
  void noTelemetryIsSentToMicrosoft() {
    entra.signedIn().close();

    assertThat(entra.network.sent().get(0).headers().keySet())
        .contains("client-request-id")
        .doesNotContain("x-client-current-telemetry", "x-client-last-telemetry");
  }
}
