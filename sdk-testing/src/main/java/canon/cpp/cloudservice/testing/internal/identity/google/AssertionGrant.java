package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The JWT bearer grant (RFC 7523, 2.1): a service account signs a request for an access token or
 * for an ID token.
 */
final class AssertionGrant implements GoogleGrant {
  static final String TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final long LONGEST_SECONDS = 3600;

  /** Google's library uses this audience for access tokens, whatever the key file says. */
  private static final String REAL_TOKEN_ENDPOINT = "https://oauth2.googleapis.com/token";

  private final Set<String> tokenEndpoints;
  private final GoogleDirectory directory;
  private final GoogleTokens tokens;

  AssertionGrant(String tokenEndpoint, GoogleDirectory directory, GoogleTokens tokens) {
    this.tokenEndpoints = Set.of(tokenEndpoint, REAL_TOKEN_ENDPOINT);
    this.directory = directory;
    this.tokens = tokens;
  }

  @Override
  public ObjectNode respond(Parameters form, Instant now) {
    String text =
        form.find("assertion").orElseThrow(() -> OAuthErrorException.missing("assertion"));
    Jwt assertion;
    try {
      assertion = Jwt.parse(text);
    } catch (IllegalArgumentException e) {
      throw OAuthErrorException.invalidGrant("Invalid JWT: it cannot be read.");
    }
    ServiceAccount account = signer(assertion);
    if (assertion.audiences().stream().noneMatch(tokenEndpoints::contains)) {
      throw OAuthErrorException.invalidGrant("Invalid JWT: Failed audience check.");
    }
    checkTimes(assertion.claims(), now);
    String audience = assertion.claim("target_audience");
    if (!audience.isEmpty()) {
      return Json.object().put("id_token", tokens.idToken(account, audience, true, now));
    }
    List<String> scopes =
        Arrays.stream(assertion.claim("scope").split(" ", -1)).filter(s -> !s.isEmpty()).toList();
    if (scopes.isEmpty()) {
      throw new OAuthErrorException(
          400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
    }
    return tokens.forProgram(account.email(), scopes, now);
  }

  private ServiceAccount signer(Jwt assertion) {
    ServiceAccount account =
        directory
            .findServiceAccount(assertion.claim("iss"))
            .orElseThrow(
                () -> OAuthErrorException.invalidGrant("Invalid grant: account not found"));
    boolean named = assertion.header("kid").equals(account.keyId());
    if (!named || !assertion.isSignedBy(account.publicKey(), Set.of(Jwt.RS256))) {
      throw OAuthErrorException.invalidGrant("Invalid JWT Signature.");
    }
    return account;
  }

  private static void checkTimes(ObjectNode claims, Instant now) {
    long issued = claims.path("iat").asLong();
    long end = claims.path("exp").asLong();
    boolean inTime =
        issued - SKEW.toSeconds() <= now.getEpochSecond()
            && now.getEpochSecond() < end
            && end - issued <= LONGEST_SECONDS;
    if (!inTime) {
      throw OAuthErrorException.invalidGrant(
          "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe.");
    }
  }
}
