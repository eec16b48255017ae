package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.identity.crypto.SigningKeys;
import canon.cpp.cloudservice.testing.internal.identity.entra.TokenCall.Proof;
import canon.cpp.cloudservice.testing.internal.identity.oauth.CompletedSignIn;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.PublicKey;
import java.util.Set;

/** The on-behalf-of grant: a back end exchanges its user's token for a token of the next API. */
final class OnBehalfOfGrant implements EntraGrant {
  static final String TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private final URI address;
  private final EntraDirectory directory;
  private final SigningKeys keys;
  private final EntraTokens tokens;

  OnBehalfOfGrant(URI address, EntraDirectory directory, SigningKeys keys, EntraTokens tokens) {
    this.address = address;
    this.directory = directory;
    this.keys = keys;
    this.tokens = tokens;
  }

  @Override
  public ObjectNode respond(TokenCall call) {
    if (!call.form().get("requested_token_use").equals("on_behalf_of")) {
      throw EntraErrorException.missing("requested_token_use");
    }
    if (call.proof() == Proof.NONE) {
      throw EntraErrorException.invalidClient(7000218, "A public client cannot act for a user.");
    }
    EntraAccount account = account(call);
    ClaimsChallenges.check(account);
    ClaimsRequest.check(call.form().get("claims"));
    Scopes scopes = Scopes.parse(call.form().words("scope"), directory);
    if (scopes.resource().isEmpty()) {
      throw EntraErrorException.missing("scope");
    }
    CompletedSignIn<EntraAccount> signedIn =
        new CompletedSignIn<>(
            "on-behalf-of",
            call.app().clientId(),
            account,
            scopes.asked(),
            "",
            call.form().get("claims"),
            scopes.has("offline_access"));
    return tokens.forPerson(call, signedIn, scopes);
  }

  private EntraAccount account(TokenCall call) {
    String text =
        call.form().find("assertion").orElseThrow(() -> EntraErrorException.missing("assertion"));
    Jwt token;
    try {
      token = Jwt.parse(text);
    } catch (IllegalArgumentException e) {
      throw EntraErrorException.invalidGrant(50027, "The JWT is invalid.");
    }
    PublicKey key = keys.published().get(token.header("kid"));
    boolean ours = token.claim("iss").equals(address + "/" + token.claim("tid") + "/v2.0");
    if (key == null || !ours || !token.isSignedBy(key, Set.of(Jwt.RS256))) {
      throw EntraErrorException.invalidGrant(50013, "Assertion failed signature validation.");
    }
    if (!token.isAliveAt(call.now())) {
      throw EntraErrorException.invalidGrant(
          500133, "Assertion is not within its valid time range.");
    }
    // Only an access token has scopes. An ID token proves who a user is, not what the user allows.
    boolean forApp = token.audiences().contains(call.app().clientId());
    if (!forApp || token.claim("scp").isEmpty()) {
      throw EntraErrorException.invalidGrant(
          500131, "Assertion audience does not match the Client app presenting the assertion.");
    }
    return directory
        .find(token.claim("tid"), token.claim("oid"), call.realm())
        .orElseThrow(
            () ->
                EntraErrorException.invalidGrant(
                    50020, "The user account does not exist in tenant."));
  }
}
