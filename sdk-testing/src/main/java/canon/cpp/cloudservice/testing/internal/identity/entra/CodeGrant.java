package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationCodes;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationCodes.NotRedeemed;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignedIn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A code from the browser for tokens (RFC 6749, 4.1.3). */
final class CodeGrant implements Grant {
  private final Directory directory;
  private final AuthorizationCodes<EntraAccount> codes;
  private final EntraTokens tokens;

  CodeGrant(Directory directory, AuthorizationCodes<EntraAccount> codes, EntraTokens tokens) {
    this.directory = directory;
    this.codes = codes;
    this.tokens = tokens;
  }

  @Override
  public ObjectNode answer(TokenCall call) {
    for (String required : List.of("code", "redirect_uri")) {
      if (call.form().find(required).isEmpty()) {
        throw EntraRefusal.missing(required);
      }
    }
    SignedIn<EntraAccount> signedIn;
    try {
      signedIn = codes.redeem(call.app().clientId(), call.form(), call.now());
    } catch (NotRedeemed e) {
      throw refusal(e.problem());
    }
    Demands.check(signedIn.account());
    List<String> asked = call.form().words("scope");
    Scopes scopes = Scopes.parse(asked.isEmpty() ? signedIn.scopes() : asked, directory);
    return tokens.forPerson(call, signedIn.withScopes(scopes.asked()), scopes);
  }

  private static EntraRefusal refusal(AuthorizationCodes.Problem problem) {
    return switch (problem) {
      case UNKNOWN -> EntraRefusal.invalidGrant(9002313, "The provided code is malformed.");
      case USED ->
          EntraRefusal.invalidGrant(54005, "OAuth2 Authorization code was already redeemed.");
      case EXPIRED ->
          EntraRefusal.invalidGrant(70008, "The provided authorization code has expired.");
      case OTHER_CLIENT ->
          EntraRefusal.invalidGrant(70000, "The code was issued to another client id.");
      case OTHER_REDIRECT ->
          EntraRefusal.invalidGrant(
              500112, "The reply address does not match the one that was asked with.");
      case VERIFIER_MISSING -> EntraRefusal.missing("code_verifier");
      case VERIFIER_MALFORMED ->
          EntraRefusal.invalidRequest(501491, "The size of the Code_Verifier is invalid.");
      case VERIFIER_WRONG ->
          EntraRefusal.invalidGrant(
              501481, "The Code_Verifier does not match the code_challenge of the request.");
    };
  }
}
