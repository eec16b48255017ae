package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.JOHN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.SIGN_IN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.claims;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.signin.DeviceCode;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.identity.IdentityRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A user signs in on another device. */
class GoogleDeviceCodeTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPeople();
  private final List<DeviceCode> shown = new ArrayList<>();
  private final DeviceCodeHandler approve =
      code -> {
        shown.add(code);
        world.google.approveDevice(code.userCode(), JOHN);
      };

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void enteringTheCodeSignsTheUserIn() {
    try (AccountTokenProvider provider = world.app().deviceCode(approve).build()) {
      String token = provider.token(SIGN_IN).value();

      assertThat(claims(token).isFor(world.client.clientId())).isTrue();
      assertThat(provider.account())
          .hasValueSatisfying(account -> assertThat(account.displayAddress()).isEqualTo(JOHN));
      assertThat(shown)
          .singleElement()
          .satisfies(
              code -> {
                assertThat(code.verificationUri()).hasPath("/device");
                assertThat(code.expiresAt()).isEqualTo(Instant.parse("2030-01-01T00:15:00Z"));
              });
    }
  }

  @Test
  void theSignInIsRenewedWithoutAPrompt() {
    try (AccountTokenProvider provider = world.app().deviceCode(approve).build()) {
      String first = provider.token(SIGN_IN).value();
      world.timer.advance(Duration.ofHours(1));

      assertThat(GoogleTestEnvironment.token(provider)).isNotEqualTo(first);
      assertThat(shown).hasSize(1);
    }
  }

  /** Google responds with 428 where RFC 8628 has 400. */
  @Test
  void pollingContinuesUntilTheCodeIsEntered() {
    world.google.faults().on(IdentityEndpoint.TOKEN).times(2).reject(428, "authorization_pending");

    assertThat(signIn()).isNull();

    assertThat(pauses()).containsExactly(5L, 5L, 5L);
  }

  /** Google responds with 403 where RFC 8628 has 400; msal4j gives up here. */
  @Test
  void slowDownIncreasesTheInterval() {
    world.google.faults().on(IdentityEndpoint.TOKEN).times(2).reject(403, "slow_down");

    assertThat(signIn()).isNull();

    assertThat(pauses()).containsExactly(5L, 10L, 15L);
  }

  @Test
  void theDefaultIntervalIsFiveSeconds() {
    world.google.settings().withoutDeviceCodeInterval();

    assertThat(signIn()).isNull();

    assertThat(pauses()).containsExactly(5L);
  }

  @Test
  void aTransientServerFailureDoesNotEndPolling() {
    world.google.faults().on(IdentityEndpoint.TOKEN).times(1).drop();
    world.google.faults().on(IdentityEndpoint.TOKEN).times(1).reject(503, "server_error");

    assertThat(signIn()).isNull();
  }

  @Test
  void aTransientResponseOfAProxyDoesNotEndPolling() {
    world.google.faults().on(IdentityEndpoint.TOKEN).times(1).proxyPage(503);

    assertThat(signIn()).isNull();
  }

  @Test
  void aProxyThatRespondsUntilTheEndIsReportedAsTheCause() {
    world.google.faults().on(IdentityEndpoint.TOKEN).proxyPage(200);

    AuthenticationException failure = signIn(code -> {}, within(Duration.ofMinutes(20)));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.PROXY);
    assertThat(pauses()).hasSizeGreaterThan(5);
  }

  @Test
  void aRedirectEndsPollingAtOnce() {
    world
        .google
        .faults()
        .on(IdentityEndpoint.TOKEN)
        .redirect(302, URI.create("https://portal.example/"));

    AuthenticationException failure = signIn();

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(failure).hasMessageContaining("redirects");
    assertThat(pauses()).containsExactly(5L);
  }

  @Test
  void aUserWhoDeniesEndsPolling() {
    AuthenticationException failure =
        signIn(code -> world.google.denyDevice(code.userCode()), SIGN_IN);

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
    assertThat(failure.errorCode()).contains("access_denied");
  }

  @Test
  void aPolicyOfTheOrganisationIsReportedAsSuch() {
    world.google.faults().on(IdentityEndpoint.TOKEN).reject(400, "admin_policy_enforced");

    assertThat(signIn().kind()).isEqualTo(AuthenticationErrorKind.BLOCKED_BY_POLICY);
  }

  @Test
  void aCodeThatIsNotEnteredExpires() {
    AuthenticationException failure = signIn(code -> {}, within(Duration.ofMinutes(20)));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CODE_EXPIRED);
  }

  @Test
  void theDeadlineOfTheCallerIsReported() {
    AuthenticationException failure = signIn(code -> {}, within(Duration.ofMinutes(2)));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TIMED_OUT);
  }

  @Test
  void aVerificationPageWithoutTlsIsNotShown() {
    world
        .google
        .faults()
        .on(IdentityEndpoint.DEVICE_CODE)
        .answer(
            200,
            "application/json",
            "{\"device_code\":\"d\",\"user_code\":\"u\",\"expires_in\":900,"
                + "\"verification_url\":\"http://www.google.com/device\"}");

    assertThat(signIn()).hasMessageContaining("no device code");
    assertThat(shown).isEmpty();
  }

  @Test
  void anUnknownClientIsReportedAsTheCause() {
    GoogleApp unknown = world.app(world.network, "unknown.apps.googleusercontent.com", "wrong");

    try (AccountTokenProvider provider = unknown.deviceCode(approve).build()) {
      AuthenticationException failure = failureOf(() -> provider.token(SIGN_IN));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
      assertThat(failure)
          .hasMessageContaining("client id")
          .hasMessageContaining("invalid_client")
          .hasMessageNotContaining("not found");
    }
  }

  private AuthenticationException signIn() {
    return signIn(approve, SIGN_IN);
  }

  /** Null if it succeeds. */
  private AuthenticationException signIn(DeviceCodeHandler handler, TokenRequest request) {
    try (AccountTokenProvider provider = world.app().deviceCode(handler).build()) {
      Object unused = provider.token(request);
      return null;
    } catch (AuthenticationException e) {
      return e;
    }
  }

  private static TokenRequest within(Duration time) {
    return TokenRequest.within(time).allowingInteraction();
  }

  /** The seconds before each request. */
  private List<Long> pauses() {
    List<Long> pauses = new ArrayList<>();
    Instant before = world.last(IdentityEndpoint.DEVICE_CODE).at();
    for (IdentityRequest request : world.requests(IdentityEndpoint.TOKEN)) {
      pauses.add(Duration.between(before, request.at()).toSeconds());
      before = request.at();
    }
    return pauses;
  }
}
