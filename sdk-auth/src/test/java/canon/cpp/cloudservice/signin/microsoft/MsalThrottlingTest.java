package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.MsalServiceException;
import com.microsoft.aad.msal4j.MsalThrottlingException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The failures that msal4j caches for the whole process. */
class MsalThrottlingTest {
  private final Entra entra = new Entra();
  private final RawMsal msal =
      new RawMsal(entra, entra.fake.app("unlucky-editor").redirectTo(Entra.REDIRECT.toString()));

  @AfterEach
  void close() {
    entra.close();
  }

  @Test
  void msal4jRepeatsAnOldThrottlingResponse() {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).times(1).throttle(Duration.ofMinutes(1));
    assertThatThrownBy(() -> msal.signIn(msal.people()))
        .hasRootCauseInstanceOf(MsalServiceException.class);
    int before = entra.tokenRequests();

    assertThatThrownBy(() -> msal.signIn(msal.people()))
        .hasRootCauseInstanceOf(MsalThrottlingException.class);
    assertThat(entra.tokenRequests()).isEqualTo(before);
  }

  @Test
  void hereRetryAfterIsReportedAndTheNextRequestIsSent() {
    try (AccountTokenProvider admin = entra.signedIn()) {
      entra.fake.faults().on(IdentityEndpoint.TOKEN).times(1).throttle(Duration.ofMinutes(1));

      AuthenticationException failure = entra.renewalFails(admin);

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
      assertThat(failure.status()).hasValue(429);
      assertThat(failure.retryAfter()).contains(Duration.ofMinutes(1));
      assertThat(admin.token(TokenRequest.within(Entra.TIME))).isNotNull();
    }
  }

  @Test
  void msal4jRepeatsAnOldDemandForASignIn() {
    var app = msal.people();
    msal.signIn(app);
    entra.admin.requireBeforeToken(EntraError.consentRequired());
    assertThatThrownBy(() -> msal.refreshed(app))
        .hasRootCauseInstanceOf(MsalInteractionRequiredException.class);
    entra.admin.requireNothing();
    int before = entra.tokenRequests();

    assertThatThrownBy(() -> msal.refreshed(app))
        .hasRootCauseInstanceOf(MsalInteractionRequiredException.class);
    assertThat(entra.tokenRequests()).isEqualTo(before);
  }

  @Test
  void hereTheNextRequestIsSent() {
    try (AccountTokenProvider admin = entra.signedIn()) {
      entra.admin.requireBeforeToken(EntraError.consentRequired());
      assertThat(entra.renewalFails(admin).kind())
          .isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
      entra.admin.requireNothing();

      assertThat(admin.token(TokenRequest.within(Entra.TIME))).isNotNull();
    }
  }

  @Test
  void aServerFailureIsNotRetriedSilently() {
    try (AccountTokenProvider admin = entra.signedIn()) {
      entra.fake.faults().on(IdentityEndpoint.TOKEN).reject(503, "server_error");
      int before = entra.tokenRequests();

      assertThat(entra.renewalFails(admin).status()).hasValue(503);
      assertThat(entra.tokenRequests()).isEqualTo(before + 1);
    }
  }
}
