package canon.cpp.cloudservice.signin.microsoft;

import static org.assertj.core.api.Assertions.assertThat;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.testing.identity.EntraApp;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrosoftOnBehalfOfTest {
  private static final TokenRequest REQUEST = TokenRequest.within(Entra.TIME);
  private final Entra entra = new Entra();
  private final EntraApp backEnd = entra.fake.app("mobile-back-end").secret(Entra.SECRET);

  @AfterEach
  void close() {
    entra.close();
  }

  /** The token that the mobile app sends to its back end. */
  private AccessToken userToken() {
    try (AccountTokenProvider user = entra.signedIn()) {
      return user.token(REQUEST.withScopes(Set.of(backEnd.scope("access"))));
    }
  }

  private TokenProvider onBehalfOf(AccessToken user) {
    return entra.app(backEnd).inTenant(entra.contoso.id()).onBehalfOf(Entra.secret(), user);
  }

  @Test
  void aBackEndActsForItsUserAndCachesNothing() {
    TokenProvider user = onBehalfOf(userToken());
    int before = entra.tokenRequests();

    AccessToken first = user.token(REQUEST);
    AccessToken second = user.token(REQUEST);

    assertThat(first).isNotEqualTo(second);
    assertThat(entra.tokenRequests()).isEqualTo(before + 2);
    var last = entra.fake.log().of(IdentityEndpoint.TOKEN).get(before);
    assertThat(last.parameter("requested_token_use")).contains("on_behalf_of");
    assertThat(last.parameter("scope").orElse("")).contains(entra.fake.apiScope());
  }

  @Test
  void aTokenForAnotherAudienceIsRejected() {
    AccessToken forTheService;
    try (AccountTokenProvider user = entra.signedIn()) {
      forTheService = user.token(REQUEST);
    }

    AuthenticationException failure = Entra.failure(onBehalfOf(forTheService), REQUEST);

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.DENIED);
    assertThat(failure.getMessage()).contains("not an ID token");
  }

  @Test
  void anExpiredUserTokenRequiresASignIn() {
    AccessToken old = userToken();
    entra.clock.advance(Duration.ofHours(2));

    AuthenticationException failure = Entra.failure(onBehalfOf(old), REQUEST);

    assertThat(failure.reason()).contains(SignInReason.SIGN_IN_ENDED);
  }

  @Test
  void aClaimsChallengeReachesTheBackEnd() {
    TokenProvider user = onBehalfOf(userToken());
    String claims = "{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}";
    entra.admin.requireBeforeToken(EntraError.claimsRequired(claims));

    AuthenticationException failure = Entra.failure(user, REQUEST);

    assertThat(failure.kind()).isEqualTo(AuthenticationErrorKind.SIGN_IN_REQUIRED);
    assertThat(failure.claims()).contains(claims);
  }
}
