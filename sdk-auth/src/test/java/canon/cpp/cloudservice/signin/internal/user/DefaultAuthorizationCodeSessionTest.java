package canon.cpp.cloudservice.signin.internal.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sign-in with a browser that returns to a web host. */
class DefaultAuthorizationCodeSessionTest {
  private static final AuthorizationCodeOptions OPTIONS =
      AuthorizationCodeOptions.of(URI.create("https://printer.example/callback"));
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final FakeClock clock = new FakeClock();
  private final ScriptedGrant grant = new ScriptedGrant(clock);
  private final UserSignInFlows people =
      new UserSignInFlows(ScriptedGrant.registration("Test", "app"), timer -> grant, clock, clock);
  private final AuthorizationCodeSession session = people.begin(OPTIONS);

  @Test
  void completingReturnsAProviderWithTheFirstToken() {
    try (AccountTokenProvider provider = session.complete(callback("code", "c1"), TIMEOUT)) {
      assertThat(provider.token(TokenRequest.within(TIMEOUT)).value()).isEqualTo("token-1");
      assertThat(provider.account()).isPresent();

      clock.advance(ScriptedGrant.LIFE);
      assertThat(provider.token(TokenRequest.within(TIMEOUT)).value()).isEqualTo("token-2");
    }
    assertThat(grant.log).containsExactly("redeem c1", "renew refresh-1");
  }

  @Test
  void stateNonceAndVerifierAreRandomAndIndependent() {
    AuthorizationRequest one = request(session);
    AuthorizationRequest two = request(people.begin(OPTIONS));

    assertThat(one.state()).matches("[A-Za-z0-9_-]{43}");
    assertThat(one.nonce()).matches("[A-Za-z0-9_-]{43}");
    assertThat(one.codeVerifier()).matches("[A-Za-z0-9_-]{43}");
    assertThat(
            Set.of(
                one.state(),
                one.nonce(),
                one.codeVerifier(),
                two.state(),
                two.nonce(),
                two.codeVerifier()))
        .hasSize(6);
  }

  @Test
  void theOptionsReachTheIdentityProvider() {
    AuthorizationRequest request =
        request(
            people.begin(
                OPTIONS.withFormPost().withLoginHint("a@contoso.com").withClaims("{\"x\":1}")));

    assertThat(request.formPost()).isTrue();
    assertThat(request.loginHint()).isEqualTo("a@contoso.com");
    assertThat(request.claims()).isEqualTo("{\"x\":1}");
    assertThat(request.redirectUri()).isEqualTo(OPTIONS.redirectUri());
  }

  @Test
  void aSessionIsValidForOneAttempt() {
    session.complete(callback("code", "c1"), TIMEOUT).close();

    assertEnds(
        AuthenticationErrorKind.CODE_EXPIRED,
        () -> session.complete(callback("code", "c1"), TIMEOUT));
    assertThat(grant.log).containsExactly("redeem c1");
  }

  @Test
  void aForeignCallbackUsesTheSessionUp() {
    assertEnds(
        AuthenticationErrorKind.DENIED,
        () -> session.complete(Map.of("state", "guessed", "code", "c1"), TIMEOUT));

    assertEnds(
        AuthenticationErrorKind.CODE_EXPIRED,
        () -> session.complete(callback("code", "c1"), TIMEOUT));
    assertThat(grant.log).isEmpty();
  }

  @Test
  void aCallbackWithoutStateOrCodeDoesNotBelongToIt() {
    assertEnds(
        AuthenticationErrorKind.DENIED, () -> session.complete(Map.of("code", "c1"), TIMEOUT));
    AuthorizationCodeSession another = people.begin(OPTIONS);
    String state = request(another).state();
    assertEnds(
        AuthenticationErrorKind.DENIED, () -> another.complete(Map.of("state", state), TIMEOUT));
  }

  @Test
  void aSessionIsValidForFiveMinutes() {
    Map<String, String> callback = callback("code", "c1");
    clock.advance(Duration.ofMinutes(5).minusNanos(1));
    AuthorizationCodeSession late = people.begin(OPTIONS);
    session.complete(callback, TIMEOUT).close();

    String state = request(late).state();
    clock.advance(Duration.ofMinutes(5));
    assertEnds(
        AuthenticationErrorKind.CODE_EXPIRED,
        () -> late.complete(Map.of("state", state, "code", "c2"), TIMEOUT));
  }

  @ParameterizedTest
  @CsvSource({
    "access_denied, , DENIED",
    "access_denied, cancel, CANCELLED",
    "consent_required, , SIGN_IN_REQUIRED",
    "interaction_required, , SIGN_IN_REQUIRED",
    "login_required, , SIGN_IN_REQUIRED",
    "temporarily_unavailable, , TOKEN_ENDPOINT",
    "server_error, , TOKEN_ENDPOINT",
    "admin_policy_enforced, , BLOCKED_BY_POLICY",
    "unauthorized_client, , DENIED",
    "anything_else, , OTHER",
  })
  void anErrorOfTheIdentityProviderHasAKindAndItsDescriptionIsNotQuoted(
      String error, String subcode, AuthenticationErrorKind kind) {
    Map<String, String> callback =
        Map.of(
            "state",
            request(session).state(),
            "error",
            error,
            "error_subcode",
            subcode == null ? "" : subcode,
            "error_description",
            "seeded-secret of john@contoso.com");

    assertThatThrownBy(() -> session.complete(callback, TIMEOUT))
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(kind);
              assertThat(e.errorCode()).contains(error);
            })
        .hasMessageNotContaining("seeded-secret");
  }

  @Test
  void aResponseThatNamesTheIssuerIsAccepted() {
    Map<String, String> callback =
        Map.of("state", request(session).state(), "code", "c1", "iss", ScriptedGrant.ISSUER);

    session.complete(callback, TIMEOUT).close();

    assertThat(grant.log).containsExactly("redeem c1");
  }

  @ParameterizedTest
  @CsvSource({
    "code, https://attacker.example",
    "code, ''",
    "code, https://login.example/v2.0/",
    "code, HTTPS://login.example/v2.0",
    "error, https://attacker.example",
  })
  void aResponseOfAnotherIssuerIsRejectedAndItsCodeIsNotSent(String parameter, String issuer) {
    Map<String, String> callback =
        Map.of("state", request(session).state(), parameter, "access_denied", "iss", issuer);

    assertThatThrownBy(() -> session.complete(callback, TIMEOUT))
        .isInstanceOfSatisfying(
            AuthenticationException.class,
            e -> assertThat(e.kind()).isEqualTo(AuthenticationErrorKind.DENIED))
        .hasMessageContaining("from another issuer")
        .hasMessageNotContaining("attacker");
    assertThat(grant.log).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://printer.example/callback",
        "https:///callback",
        "callback",
        "https://printer.example/callback#x",
        "https://user@printer.example/callback",
        "javascript:alert(1)",
        "http://localhost.evil.example/",
        "http://127.0.0.1.evil.example/",
      })
  void codesRequireTls(String address) {
    assertThatThrownBy(() -> AuthorizationCodeOptions.of(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080/back", "http://127.0.0.1/", "http://[::1]:1/"})
  void loopbackAddressesNeedNoTls(String address) {
    assertThat(AuthorizationCodeOptions.of(URI.create(address)).redirectUri()).hasToString(address);
  }

  private Map<String, String> callback(String name, String value) {
    return Map.of("state", request(session).state(), name, value);
  }

  private AuthorizationRequest request(AuthorizationCodeSession begun) {
    assertThat(begun.url()).isNotNull();
    return grant.codeRequests.get(grant.codeRequests.size() - 1);
  }

  static void assertEnds(AuthenticationErrorKind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AuthenticationException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }
}
