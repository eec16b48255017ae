package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationCodes.NotRedeemed;
import canon.cpp.cloudservice.testing.internal.identity.oauth.CompletedSignIn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The authorization code grant (RFC 6749, 4.1.3). */
final class CodeGrant implements EntraGrant {
  private final EntraDirectory directory;
  private final AuthorizationCodes<EntraAccount> codes;
  private final EntraTokens tokens;

  CodeGrant(EntraDirectory directory, AuthorizationCodes<EntraAccount> codes, EntraTokens tokens) {
    this.directory = directory;
    this.codes = codes;
    this.tokens = tokens;
  }

  @Override
  public ObjectNode respond(TokenCall call) {
    for (String required : List.of("code", "redirect_uri")) {
      if (call.form().find(required).isEmpty()) {
        throw EntraErrorException.missing(required);
      }
    }
    CompletedSignIn<EntraAccount> signedIn;
    try {
      signedIn = codes.redeem(call.app().clientId(), call.form(), call.now());
    } catch (NotRedeemed e) {
      throw rejection(e.problem());
    }
    ClaimsChallenges.check(signedIn.account());
    List<String> asked = call.form().words("scope");
    Scopes scopes = Scopes.parse(asked.isEmpty() ? signedIn.scopes() : asked, directory);
    return tokens.forPerson(call, signedIn.withScopes(scopes.asked()), scopes);
  }

  private static EntraErrorException rejection(AuthorizationCodes.CodeProblem problem) {
    return switch (problem) {
      case UNKNOWN -> EntraErrorException.invalidGrant(9002313, "The provided code is malformed.");
      case USED ->
          EntraErrorException.invalidGrant(
              54005, "OAuth2 Authorization code was already redeemed.");
      case EXPIRED ->
          EntraErrorException.invalidGrant(70008, "The provided authorization code has expired.");
      case OTHER_CLIENT ->
          EntraErrorException.invalidGrant(70000, "The code was issued to another client id.");
      case OTHER_REDIRECT ->
          EntraErrorException.invalidGrant(
              500112, "The reply address does not match the one that was asked with.");
      case VERIFIER_MISSING -> EntraErrorException.missing("code_verifier");
      case VERIFIER_MALFORMED ->
          EntraErrorException.invalidRequest(501491, "The size of the Code_Verifier is invalid.");
      case VERIFIER_WRONG ->
          EntraErrorException.invalidGrant(
              501481, "The Code_Verifier does not match the code_challenge of the request.");
    };
  }
}
