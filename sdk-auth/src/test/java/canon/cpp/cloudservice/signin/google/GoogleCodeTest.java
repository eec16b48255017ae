package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.CALLBACK;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.JOHN;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.MINUTE;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.claims;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.failureOf;
import static canon.cpp.cloudservice.signin.google.GoogleTestEnvironment.token;
import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A user signs in with a browser that returns to a web host. */
class GoogleCodeTest {
  private final GoogleTestEnvironment world = GoogleTestEnvironment.ofPeople();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theServiceGetsTheIdTokenForTheClient() {
    try (AccountTokenProvider provider = world.signIn()) {
      String token = token(provider);

      assertThat(claims(token).isFor(world.client.clientId())).isTrue();
      assertThat(claims(token).email()).contains(JOHN);
      assertThat(provider.account())
          .contains(new SignedInAccount(IdentityProvider.GOOGLE, world.john.subject(), null, JOHN));
    }
  }

  @Test
  void theAuthorizationRequestHasAllParametersOfGoogle() {
    AuthorizationCodeSession session =
        world.app().begin(AuthorizationCodeOptions.of(CALLBACK).withFormPost().withLoginHint(JOHN));

    Map<String, String> query = query(session.url());

    assertThat(session.url()).hasPath("/o/oauth2/v2/auth");
    assertThat(query)
        .containsEntry("client_id", world.client.clientId())
        .containsEntry("redirect_uri", CALLBACK.toString())
        .containsEntry("response_type", "code")
        .containsEntry("scope", "openid email")
        .containsEntry("access_type", "offline")
        .containsEntry("prompt", "select_account consent")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("response_mode", "form_post")
        .containsEntry("login_hint", JOHN)
        .containsKeys("state", "nonce");
    assertThat(query.get("code_challenge")).hasSize(43);
  }

  /** Google's library creates verifiers of 172 characters, which conforming servers reject. */
  @Test
  void theVerifierHasAnAcceptedLength() {
    world.signIn().close();

    assertThat(world.last(IdentityEndpoint.TOKEN).parameter("code_verifier"))
        .hasValueSatisfying(verifier -> assertThat(verifier).hasSize(43));
    assertThat(new com.google.auth.oauth2.DefaultPKCEProvider().getCodeVerifier())
        .hasSizeGreaterThan(128);
  }

  @Test
  void anExpiredTokenIsRenewedWithoutAPrompt() {
    try (AccountTokenProvider provider = world.signIn()) {
      String first = token(provider);

      world.timer.advance(Duration.ofHours(1));

      assertThat(token(provider)).isNotEqualTo(first);
      assertThat(world.last(IdentityEndpoint.TOKEN).parameter("grant_type"))
          .contains("refresh_token");
    }
  }

  @Test
  void aUserWithAnEarlierConsentGetsARefreshToken() {
    world.signIn().close();

    try (AccountTokenProvider again = world.signIn()) {
      String first = token(again);
      world.timer.advance(Duration.ofHours(1));

      assertThat(token(again)).isNotEqualTo(first);
    }
  }

  @Test
  void theLifetimeIsMeasuredWithTheClockOfThisMachine() {
    GoogleApp late =
        world
            .app(
                new DatedTransport(world.network, world.clock),
                world.client.clientId(),
                GoogleTestEnvironment.SECRET)
            .clock(java.time.Clock.offset(world.clock, Duration.ofHours(5)));
    AuthorizationCodeSession session = late.begin(CALLBACK);

    try (AccountTokenProvider provider =
        session.complete(world.google.signIn(session.url(), JOHN).parameters(), MINUTE)) {
      assertThat(provider.token(GoogleTestEnvironment.CALL).expiresAt())
          .contains(world.clock.instant().plus(Duration.ofHours(6)));
    }
  }

  @Test
  void aCodeIsRejectedTheSecondTime() {
    AuthorizationCodeSession session = world.app().begin(CALLBACK);
    world.google.faults().on(IdentityEndpoint.TOKEN).reject(400, "invalid_grant");

    AuthenticationException failure =
        failureOf(
            () -> session.complete(world.google.signIn(session.url(), JOHN).parameters(), MINUTE));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.CODE_EXPIRED);
    assertThat(failure).hasMessageStartingWith("Google: ").hasMessageContaining("invalid_grant");
  }

  @Test
  void aTokenOfAnotherSignInIsRejected() {
    AuthorizationCodeSession mine = world.app().begin(CALLBACK);
    Map<String, String> wanted = query(mine.url());
    URI others =
        URI.create(mine.url().toString().replace(wanted.get("nonce"), "nonce-of-somebody-else"));

    AuthenticationException failure =
        failureOf(() -> mine.complete(world.google.signIn(others, JOHN).parameters(), MINUTE));

    assertThat(failure).hasMessageContaining("belongs to another sign-in");
  }

  @Test
  void aTokenOfAnotherIssuerIsRejected() {
    AuthorizationCodeSession session =
        world.app().at(URI.create(world.google.address() + "/elsewhere/..")).begin(CALLBACK);

    AuthenticationException failure =
        failureOf(
            () -> session.complete(world.google.signIn(session.url(), JOHN).parameters(), MINUTE));

    assertThat(failure).hasMessageContaining("of another issuer");
  }

  /** RFC 9207; Google names itself in the response, other responses need not. */
  @Test
  void theIssuerOfTheAuthorizationResponseIsChecked() {
    AuthorizationCodeSession mine = world.app().begin(CALLBACK);
    Map<String, String> named = new HashMap<>(world.google.signIn(mine.url(), JOHN).parameters());
    named.put("iss", world.google.issuer());
    mine.complete(named, MINUTE).close();

    AuthorizationCodeSession mixedUp = world.app().begin(CALLBACK);
    Map<String, String> foreign =
        new HashMap<>(world.google.signIn(mixedUp.url(), JOHN).parameters());
    foreign.put("iss", "https://accounts.google.com.attacker.example");
    int before = world.requests(IdentityEndpoint.TOKEN).size();

    assertThat(failureOf(() -> mixedUp.complete(foreign, MINUTE)))
        .hasMessageContaining("from another issuer");
    assertThat(world.requests(IdentityEndpoint.TOKEN)).hasSize(before);
  }

  @Test
  void aTokenForAnotherApplicationIsRejected() {
    String others;
    try (AccountTokenProvider provider = world.signIn()) {
      others = token(provider);
    }
    String another = world.google.client("another").redirectTo(CALLBACK.toString()).clientId();
    AuthorizationCodeSession session =
        world.app(world.network, another, GoogleTestEnvironment.SECRET).begin(CALLBACK);
    world
        .google
        .faults()
        .on(IdentityEndpoint.TOKEN)
        .answer(200, "application/json", "{\"id_token\":\"" + others + "\"}");

    AuthenticationException failure =
        failureOf(
            () -> session.complete(world.google.signIn(session.url(), JOHN).parameters(), MINUTE));

    assertThat(failure).hasMessageContaining("for another audience");
  }

  @Test
  void aResponseWithoutATokenIsRejected() {
    AuthorizationCodeSession session = world.app().begin(CALLBACK);
    world
        .google
        .faults()
        .on(IdentityEndpoint.TOKEN)
        .answer(200, "application/json", "{\"access_token\":\"ya29.opaque\",\"expires_in\":3599}");

    AuthenticationException failure =
        failureOf(
            () -> session.complete(world.google.signIn(session.url(), JOHN).parameters(), MINUTE));

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.TOKEN_ENDPOINT);
    assertThat(failure.toString()).doesNotContain("ya29");
  }

  @Test
  void afterRevocationAtGoogleTheUserHasToSignInAgain() {
    try (AccountTokenProvider provider = world.signIn()) {
      world.google.revokeSessions(world.john);
      world.timer.advance(Duration.ofHours(1));

      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
      assertThat(failure.reason()).contains(SignInReason.SIGN_IN_ENDED);
      assertThat(failure.errorCode()).contains("invalid_grant");
    }
  }

  @Test
  void anEndedSignInCausesNoFurtherRequests() {
    try (AccountTokenProvider provider = world.signIn()) {
      world.google.revokeSessions(world.john);
      world.timer.advance(Duration.ofHours(1));
      failureOf(() -> token(provider));
      world.google.log().clear();

      AuthenticationException failure = failureOf(() -> token(provider));

      assertThat(failure.reason()).contains(SignInReason.SIGN_IN_ENDED);
      assertThat(world.google.log().entries()).isEmpty();
    }
  }

  @Test
  void aRenewedTokenOfAnotherAccountIsRejected() {
    try (AccountTokenProvider provider = world.signIn()) {
      world.john.subject("somebody-else");
      world.timer.advance(Duration.ofHours(1));

      assertThat(failureOf(() -> token(provider))).hasMessageContaining("to another account");
    }
  }

  private static Map<String, String> query(URI url) {
    return Arrays.stream(url.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
