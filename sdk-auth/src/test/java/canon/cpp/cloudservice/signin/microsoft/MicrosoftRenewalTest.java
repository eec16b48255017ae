package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A token is renewed without a prompt, or the failure has a reason. */
class MicrosoftRenewalTest {
  private static final String CLAIMS =
      "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
  private final Entra entra = new Entra();
  private final AccountTokenProvider admin = entra.signedIn();

  @AfterEach
  void close() {
    admin.close();
    entra.close();
  }

  @Test
  void aTokenIsRenewedManyTimes() {
    AccessToken token = admin.token(TokenRequest.within(Entra.TIME));
    for (int hour = 0; hour < 3; hour++) {
      entra.clock.advance(Duration.ofHours(1));
      AccessToken next = admin.token(TokenRequest.within(Entra.TIME));

      assertThat(next).isNotEqualTo(token);
      assertThat(next.expiresAt()).contains(entra.clock.instant().plus(Duration.ofHours(1)));
      token = next;
    }
    assertThat(entra.tokenRequests()).isEqualTo(4);
  }

  @Test
  void theRefreshTimeOfMicrosoftIsUsed() {
    entra.fake.settings().refreshIn(Duration.ofMinutes(10));
    entra.clock.advance(Duration.ofHours(1));

    assertThat(admin.token(TokenRequest.within(Entra.TIME)).refreshAt())
        .contains(entra.clock.instant().plus(Duration.ofMinutes(10)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_grant", "interaction_required"})
  void bothErrorWordsAreUnderstoodAlike(String word) {
    entra.admin.requireBeforeToken(EntraError.mfaRequired().withError(word));

    AuthenticationException failure = entra.renewalFails(admin);

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    assertThat(failure.reason()).contains(SignInReason.MULTI_FACTOR);
    assertThat(failure.errorCode()).contains("AADSTS50076");
    assertThat(failure.correlationId()).isPresent();
    assertThat(failure.getMessage())
        .startsWith("Microsoft: the identity provider requires further proof")
        .contains("AADSTS50076", failure.correlationId().orElseThrow())
        .doesNotContain("You must use", "contoso");
  }

  @ParameterizedTest
  @ValueSource(strings = {"invalid_grant", "interaction_required"})
  void requiredClaimsReachTheHost(String word) {
    entra.admin.requireBeforeToken(EntraError.claimsRequired(CLAIMS).withError(word));

    AuthenticationException failure = entra.renewalFails(admin);

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    assertThat(failure.claims()).contains(CLAIMS);
    assertThat(failure.getMessage()).doesNotContain("acrs");
  }

  @Test
  void claimsRequiredByTheServiceAreSentToMicrosoft() {
    AccessToken rejected = admin.token(TokenRequest.within(Entra.TIME));

    AccessToken token =
        admin.token(TokenRequest.within(Entra.TIME).withClaims(CLAIMS).afterRejectionOf(rejected));

    assertThat(token).isNotEqualTo(rejected);
    assertThat(entra.fake.log().of(IdentityEndpoint.TOKEN).get(1).parameter("claims"))
        .contains(CLAIMS);
  }

  @ParameterizedTest
  @CsvSource({
    "65001, invalid_grant, SIGN_IN_REQUIRED, CONSENT",
    "50055, invalid_grant, SIGN_IN_REQUIRED, PASSWORD_EXPIRED",
    "50055, interaction_required, SIGN_IN_REQUIRED, PASSWORD_EXPIRED",
    "700082, invalid_grant, SIGN_IN_REQUIRED, SIGN_IN_ENDED",
    "53003, invalid_grant, BLOCKED_BY_POLICY,",
    "53003, interaction_required, BLOCKED_BY_POLICY,",
    "53000, interaction_required, BLOCKED_BY_POLICY,",
    "50057, invalid_grant, DENIED,",
    "700016, unauthorized_client, DENIED,",
    "7000222, invalid_client, DENIED,",
    "700024, invalid_client, CLOCK_SKEW,",
    "999999, invalid_grant, SIGN_IN_REQUIRED, SIGN_IN_ENDED",
    "999999, interaction_required, SIGN_IN_REQUIRED,",
    "999999, something_new, OTHER,"
  })
  void eachErrorSaysWhatToDo(
      int number, String word, AuthenticationErrorKind kind, SignInReason reason) {
    entra.admin.requireBeforeToken(
        EntraError.of(word, number, "Only " + Entra.ADMIN + " may read it."));

    AuthenticationException failure = entra.renewalFails(admin);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.reason().orElse(null)).isEqualTo(reason);
    assertThat(failure.status()).hasValue(400);
    assertThat(failure.getMessage()).contains("AADSTS" + number).doesNotContain("Nobody", "@");
    assertThat(failure).hasRootCauseExactlyInstanceOf(AuthenticationException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "consent_required, SIGN_IN_REQUIRED, CONSENT",
    "user_password_expired, SIGN_IN_REQUIRED, PASSWORD_EXPIRED",
    "basic_action, SIGN_IN_REQUIRED, MULTI_FACTOR",
    "message_only, BLOCKED_BY_POLICY,",
    "bad_token, SIGN_IN_REQUIRED, SIGN_IN_ENDED"
  })
  void withAnUnknownNumberTheErrorWordDecides(
      String suberror, AuthenticationErrorKind kind, SignInReason reason) {
    entra.admin.requireBeforeToken(
        EntraError.of("invalid_grant", 999999, "").withSuberror(suberror));

    AuthenticationException failure = entra.renewalFails(admin);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.reason().orElse(null)).isEqualTo(reason);
  }

  @Test
  void aRevokedSignInRequiresANewOne() {
    entra.fake.revokeSessions(entra.admin);

    AuthenticationException failure = entra.renewalFails(admin);

    assertThat(failure.reason()).contains(SignInReason.SIGN_IN_ENDED);
    assertThat(failure.errorCode()).contains("AADSTS50173");
  }

  @Test
  void aPageOfAProxyIsReported() {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).proxyPage(502);

    AuthenticationException failure = entra.renewalFails(admin);

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.PROXY);
    assertThat(failure.getMessage()).doesNotContain("<");
  }

  @Test
  void afterForgettingTheUserHasToSignIn() {
    admin.forget();

    AuthenticationException failure = entra.renewalFails(admin);

    assertThat(failure.reason()).contains(SignInReason.FIRST_SIGN_IN);
    assertThat(admin.account()).isEmpty();
    assertThat(entra.tokenRequests()).isEqualTo(1);
  }

  @Test
  void everyRequestHasATimeoutAndABodyLimit() {
    entra.clock.advance(Duration.ofHours(1));
    AccessToken unused = admin.token(TokenRequest.within(Duration.ofSeconds(90)));

    assertThat(entra.network.sent())
        .allSatisfy(
            request -> {
              assertThat(request.timeout()).isLessThanOrEqualTo(Duration.ofSeconds(90));
              assertThat(request.maxBodyBytes()).isLessThanOrEqualTo(1024 * 1024);
            });
  }
}
