package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.identity.GoogleAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationCodes.NotRedeemed;
import canon.cpp.cloudservice.testing.internal.identity.oauth.CompletedSignIn;
import canon.cpp.cloudservice.testing.internal.identity.oauth.DeviceCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.RefreshTokens;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Tokens for users: for a code, for a refresh token, and for a device code. */
final class UserGrants {
  private final GoogleClientAuthentication programs;
  private final TokenLifetimes lifetimes;
  private final GoogleTokens tokens;
  private final AuthorizationCodes<GoogleAccount> codes;
  private final RefreshTokens<GoogleAccount> refreshTokens;
  private final DeviceCodes<GoogleAccount> deviceCodes;

  UserGrants(
      GoogleClientAuthentication programs,
      TokenLifetimes lifetimes,
      GoogleTokens tokens,
      AuthorizationCodes<GoogleAccount> codes,
      RefreshTokens<GoogleAccount> refreshTokens,
      DeviceCodes<GoogleAccount> deviceCodes) {
    this.programs = programs;
    this.lifetimes = lifetimes;
    this.tokens = tokens;
    this.codes = codes;
    this.refreshTokens = refreshTokens;
    this.deviceCodes = deviceCodes;
  }

  ObjectNode forCode(Parameters form, Instant now) {
    GoogleRegistration program = programs.authenticated(form);
    if (form.find("code").isEmpty()) {
      throw OAuthErrorException.missing("code");
    }
    try {
      return first(codes.redeem(program.clientId(), form, now), now);
    } catch (NotRedeemed e) {
      throw rejection(e.problem());
    }
  }

  /** Google's refresh tokens are valid until they are revoked; the response has no new one. */
  ObjectNode forRefreshToken(Parameters form, Instant now) {
    GoogleRegistration program = programs.authenticated(form);
    String text =
        form.find("refresh_token").orElseThrow(() -> OAuthErrorException.missing("refresh_token"));
    RefreshTokens.KnownRefreshToken<GoogleAccount> found =
        refreshTokens
            .find(text, now)
            .filter(token -> token.signedIn().clientId().equals(program.clientId()))
            .orElseThrow(() -> OAuthErrorException.invalidGrant("Bad Request"));
    if (found.state() != RefreshTokens.RefreshState.GOOD) {
      throw OAuthErrorException.invalidGrant("Token has been expired or revoked.");
    }
    return tokens.forPerson(found.signedIn(), now);
  }

  /** Returns the statuses differ from RFC 8628, which uses 400 for all of them. */
  ObjectNode forDevice(Parameters form, Instant now) {
    GoogleRegistration program = programs.authenticated(form);
    String code =
        form.find("device_code").orElseThrow(() -> OAuthErrorException.missing("device_code"));
    DeviceCodes.Answer<GoogleAccount> response =
        deviceCodes.poll(program.clientId(), code, lifetimes.interval(), now);
    return switch (response.state()) {
      case PENDING ->
          throw new OAuthErrorException(428, "authorization_pending", "Precondition Required");
      case SLOW_DOWN -> throw new OAuthErrorException(403, "slow_down", "Forbidden");
      case DENIED -> throw new OAuthErrorException(403, "access_denied", "Forbidden");
      case EXPIRED ->
          throw new OAuthErrorException(400, "expired_token", "The device code has expired.");
      case UNKNOWN -> throw OAuthErrorException.invalidGrant("Malformed device code.");
      case APPROVED -> first(response.signedIn().orElseThrow(), now);
    };
  }

  private ObjectNode first(CompletedSignIn<GoogleAccount> signedIn, Instant now) {
    ObjectNode response = tokens.forPerson(signedIn, now);
    if (signedIn.offline()) {
      Instant end = now.plus(lifetimes.refreshToken());
      response.put("refresh_token", refreshTokens.issue(signedIn.withoutNonce(), end));
    }
    return response;
  }

  private static OAuthErrorException rejection(AuthorizationCodes.CodeProblem problem) {
    return switch (problem) {
      case UNKNOWN -> OAuthErrorException.invalidGrant("Malformed auth code.");
      case USED, EXPIRED, OTHER_CLIENT -> OAuthErrorException.invalidGrant("Bad Request");
      case OTHER_REDIRECT -> new OAuthErrorException(400, "redirect_uri_mismatch", "Bad Request");
      case VERIFIER_MISSING -> OAuthErrorException.invalidGrant("Missing code verifier.");
      case VERIFIER_MALFORMED, VERIFIER_WRONG ->
          OAuthErrorException.invalidGrant("Invalid code verifier.");
    };
  }
}
