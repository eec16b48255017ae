package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.identity.EntraError;
import canon.cpp.cloudservice.testing.internal.identity.oauth.CompletedSignIn;
import canon.cpp.cloudservice.testing.internal.identity.oauth.RefreshTokens;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The refresh token grant (RFC 6749, 6). Each refresh token can be used once and is replaced, which
 * is stricter than Microsoft, so that an application that keeps an old one fails its test.
 */
final class RefreshGrant implements EntraGrant {
  private final EntraDirectory directory;
  private final RefreshTokens<EntraAccount> refreshTokens;
  private final EntraTokens tokens;
  private final TokenLifetimes lifetimes;

  RefreshGrant(
      EntraDirectory directory,
      RefreshTokens<EntraAccount> refreshTokens,
      EntraTokens tokens,
      TokenLifetimes lifetimes) {
    this.lifetimes = lifetimes;
    this.directory = directory;
    this.refreshTokens = refreshTokens;
    this.tokens = tokens;
  }

  @Override
  public ObjectNode respond(TokenCall call) {
    String text =
        call.form()
            .find("refresh_token")
            .orElseThrow(() -> EntraErrorException.missing("refresh_token"));
    CompletedSignIn<EntraAccount> signedIn = check(call, text);
    ClaimsChallenges.check(signedIn.account());
    ClaimsRequest.check(call.form().get("claims"));
    List<String> asked = call.form().words("scope");
    Scopes scopes = Scopes.parse(asked.isEmpty() ? signedIn.scopes() : asked, directory);
    if (!refreshTokens.spend(text)) {
      throw reused(signedIn);
    }
    String claims = call.form().find("claims").orElse(signedIn.claims());
    return tokens.forPerson(call, signedIn.withScopes(scopes.asked()).withClaims(claims), scopes);
  }

  private CompletedSignIn<EntraAccount> check(TokenCall call, String text) {
    RefreshTokens.KnownRefreshToken<EntraAccount> found =
        refreshTokens
            .find(text, call.now())
            .filter(token -> token.signedIn().clientId().equals(call.app().clientId()))
            .orElseThrow(() -> bad("Provided grant is invalid or malformed."));
    return switch (found.state()) {
      case GOOD -> found.signedIn();
      case SPENT -> throw reused(found.signedIn());
      case REVOKED ->
          throw new EntraErrorException(
              EntraError.of("invalid_grant", 50173, "The grant has been revoked. Sign in again.")
                  .withSuberror("bad_token"));
      case EXPIRED ->
          throw new EntraErrorException(
              EntraError.of("invalid_grant", 700082, "The refresh token has expired.")
                  .withSuberror("bad_token"));
    };
  }

  private EntraErrorException reused(CompletedSignIn<EntraAccount> signedIn) {
    if (lifetimes.reuseRevokes()) {
      refreshTokens.revoke(other -> other.grant().equals(signedIn.grant()));
    }
    return bad("The refresh token was used already.");
  }

  private static EntraErrorException bad(String text) {
    return new EntraErrorException(
        EntraError.of("invalid_grant", 70000, text).withSuberror("bad_token"));
  }
}
