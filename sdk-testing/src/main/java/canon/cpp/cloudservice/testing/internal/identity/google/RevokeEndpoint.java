package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.identity.GoogleAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.RefreshTokens;
import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The revocation endpoint (RFC 7009): revoking a token revokes the whole grant. */
final class RevokeEndpoint implements WebHandler {
  private final Clock clock;
  private final AccessTokens accessTokens;
  private final RefreshTokens<GoogleAccount> refreshTokens;
  private final GoogleSignIn consents;

  RevokeEndpoint(
      Clock clock,
      AccessTokens accessTokens,
      RefreshTokens<GoogleAccount> refreshTokens,
      GoogleSignIn consents) {
    this.clock = clock;
    this.accessTokens = accessTokens;
    this.refreshTokens = refreshTokens;
    this.consents = consents;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    String token = request.form().find("token").orElse(request.query().get("token"));
    if (token.isEmpty()) {
      throw OAuthErrorException.missing("token");
    }
    String grant =
        grantOf(token)
            .orElseThrow(
                () -> new OAuthErrorException(400, "invalid_token", "Token expired or revoked"));
    accessTokens.revoke(grant);
    refreshTokens.revoke(
        signedIn -> {
          boolean same = signedIn.grant().equals(grant);
          if (same) {
            consents.forget(signedIn.clientId(), signedIn.account());
          }
          return same;
        });
    return WebResponse.json(Json.object());
  }

  private Optional<String> grantOf(String token) {
    Instant now = clock.instant();
    return refreshTokens
        .find(token, now)
        .filter(found -> found.state() == RefreshTokens.RefreshState.GOOD)
        .map(found -> found.signedIn().grant())
        .or(() -> accessTokens.find(token, now).map(AccessTokens.IssuedAccessToken::grant))
        .filter(grant -> !grant.isEmpty());
  }
}
