package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.DeviceCode;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time passes only while the sign-in waits, so the time shows the number of requests. */
class MicrosoftDeviceCodeTest {
  private static final TokenRequest ASKING =
      TokenRequest.within(Duration.ofMinutes(20)).allowingInteraction();
  private final Entra entra = new Entra();

  @AfterEach
  void close() {
    entra.close();
  }

  private void approve(DeviceCode code) {
    entra.fake.approveDevice(code.userCode(), Entra.ADMIN);
  }

  private AccountTokenProvider device(DeviceCodeHandler handler) {
    return entra.app().deviceCode(handler).build();
  }

  private AuthenticationException failure(DeviceCodeHandler handler) {
    try (AccountTokenProvider provider = device(handler)) {
      return Entra.failure(provider, ASKING);
    }
  }

  private List<Instant> polls() {
    return entra.fake.log().of(IdentityEndpoint.TOKEN).stream().map(IdentityRequest::at).toList();
  }

  @Test
  void aUserSignsInOnAnotherDevice() {
    try (AccountTokenProvider admin = device(this::approve)) {
      var token = admin.token(ASKING);
      entra.clock.advance(Duration.ofHours(1));

      assertThat(admin.token(TokenRequest.within(Entra.TIME))).isNotEqualTo(token);
      assertThat(admin.account().orElseThrow().id()).isEqualTo(entra.admin.oid());
      assertThat(polls()).hasSize(2);
    }
  }

  @Test
  void theCodeIsShownUnchanged() {
    DeviceCode[] shown = new DeviceCode[1];
    AuthenticationException failure =
        failure(
            code -> {
              shown[0] = code;
              entra.fake.denyDevice(code.userCode());
            });

    assertThat(shown[0].verificationUri().getScheme()).isEqualTo("https");
    assertThat(Duration.between(entra.clock.instant(), shown[0].expiresAt()))
        .isEqualTo(Duration.ofMinutes(15).minusSeconds(5));
    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
  }

  @Test
  void theIntervalIsKeptAlsoWithoutOneInTheResponse() {
    entra.fake.settings().withoutDeviceCodeInterval().deviceCodeLifetime(Duration.ofSeconds(21));

    AuthenticationException failure = failure(code -> {});

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CODE_EXPIRED);
    Instant start = polls().get(0);
    assertThat(polls())
        .containsExactly(start, start.plusSeconds(5), start.plusSeconds(10), start.plusSeconds(15));
  }

  @Test
  void slowDownIncreasesTheInterval() {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).times(1).reject(400, "slow_down");
    entra.fake.settings().deviceCodeLifetime(Duration.ofSeconds(30));

    assertThat(failure(code -> {}).kind()).isEqualTo(AuthenticationErrorKind.CODE_EXPIRED);
    Instant start = polls().get(0);
    assertThat(polls()).containsExactly(start, start.plusSeconds(10), start.plusSeconds(20));
  }

  @Test
  void aMissingResponseDoesNotEndPolling() {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).times(1).drop();
    entra.fake.faults().on(IdentityEndpoint.TOKEN).times(1).reject(503, "server_error");

    try (AccountTokenProvider admin = device(this::approve)) {
      assertThat(admin.token(ASKING)).isNotNull();
      assertThat(polls()).hasSize(3);
    }
  }

  @Test
  void aTransientResponseOfAProxyDoesNotEndPolling() {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).times(1).proxyPage(503);

    try (AccountTokenProvider admin = device(this::approve)) {
      assertThat(admin.token(ASKING)).isNotNull();
      assertThat(polls()).hasSize(2);
    }
  }

  @Test
  void aProxyThatRespondsUntilTheEndIsReportedAsTheCause() {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).proxyPage(200);

    assertThat(failure(code -> {}).kind()).isEqualTo(AuthenticationErrorKind.PROXY);
    assertThat(polls()).hasSizeGreaterThan(5);
  }

  @Test
  void aServerThatFailsUntilTheEndIsReportedAsTheCause() {
    entra.fake.faults().on(IdentityEndpoint.TOKEN).reject(503, "server_error");

    AuthenticationException failure = failure(code -> {});

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(failure.status()).hasValue(503);
  }

  @Test
  void aRedirectEndsPollingAtOnce() {
    entra
        .fake
        .faults()
        .on(IdentityEndpoint.TOKEN)
        .redirect(302, URI.create("https://portal.example/"));

    AuthenticationException failure = failure(this::approve);

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(failure).hasMessageContaining("redirects");
    assertThat(polls()).hasSize(1);
  }

  @Test
  void aPolicyThatBlocksDeviceCodesHasAKindAndAdvice() {
    entra.contoso.blockDeviceCode(EntraError.blockedByPolicy());

    AuthenticationException failure = failure(this::approve);

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.BLOCKED_BY_POLICY);
    assertThat(failure.getMessage()).contains("device code", "AADSTS53003", "browser");
  }

  @Test
  void aPolicyThatRequiresAProofRequiresANewSignIn() {
    entra.contoso.blockDeviceCode(EntraError.confirmationRequired());

    assertThat(failure(this::approve).kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
  }

  @Test
  void theDeadlineOfTheCallerEndsPolling() {
    try (AccountTokenProvider provider = device(code -> {})) {
      AuthenticationException failure =
          Entra.failure(provider, TokenRequest.within(Duration.ofMinutes(2)).allowingInteraction());

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TIMED_OUT);
    }
  }

  @Test
  void anInterruptEndsPolling() {
    AuthenticationException failure = failure(code -> Thread.currentThread().interrupt());

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CANCELLED);
  }

  @Test
  void aFailureToShowTheCodeEndsTheSignIn() {
    AuthenticationException failure =
        failure(
            code -> {
              throw new IllegalStateException("no display");
            });

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.OTHER);
    assertThat(failure).hasRootCauseInstanceOf(IllegalStateException.class);
    assertThat(polls()).isEmpty();
  }

  @Test
  void aCallNeverPromptsTheUser() {
    try (AccountTokenProvider provider = device(this::approve)) {
      AuthenticationException failure = Entra.failure(provider, TokenRequest.within(Entra.TIME));

      assertThat(failure.reason()).contains(SignInReason.FIRST_SIGN_IN);
      assertThat(entra.fake.log().entries()).isEmpty();
    }
  }

  @Test
  void aCredentialIsRejectedForDeviceCodes() {
    MicrosoftApp app = entra.app().credential(Entra.secret());

    assertThatThrownBy(() -> app.deviceCode(this::approve))
        .isInstanceOf(IllegalStateException.class);
  }
}
