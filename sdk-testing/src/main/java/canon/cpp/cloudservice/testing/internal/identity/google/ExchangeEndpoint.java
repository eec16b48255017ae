package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.internal.identity.crypto.Jwt;
import canon.cpp.cloudservice.testing.internal.server.WebHandler;
import canon.cpp.cloudservice.testing.internal.server.WebRequest;
import canon.cpp.cloudservice.testing.internal.server.WebResponse;
import canon.cpp.cloudservice.testing.internal.wire.Parameters;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The token exchange endpoint (RFC 8693; workload identity federation). */
public final class ExchangeEndpoint implements WebHandler {
  private static final String TYPE = "urn:ietf:params:oauth:grant-type:token-exchange";
  private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final Set<String> SUBJECT_TYPES =
      Set.of("urn:ietf:params:oauth:token-type:jwt", "urn:ietf:params:oauth:token-type:id_token");
  private final Clock clock;
  private final GoogleDirectory directory;
  private final GoogleTokens tokens;

  ExchangeEndpoint(Clock clock, GoogleDirectory directory, GoogleTokens tokens) {
    this.clock = clock;
    this.directory = directory;
    this.tokens = tokens;
  }

  /**
   * Returns Google's name for a subject of another issuer.
   *
   * @param audience the provider of a pool: {@code //iam.googleapis.com/…/providers/…}
   */
  public static String principal(String audience, String subject) {
    int provider = audience.indexOf("/providers/");
    String pool = provider < 0 ? audience : audience.substring(0, provider);
    return "principal:" + pool + "/subject/" + subject;
  }

  @Override
  public WebResponse handle(WebRequest request) {
    Parameters form = request.form();
    if (!form.get("grant_type").equals(TYPE)) {
      throw new OAuthErrorException(400, "unsupported_grant_type", "Invalid grant_type");
    }
    if (!form.get("requested_token_type").equals(ACCESS_TOKEN)) {
      throw OAuthErrorException.invalidRequest("Invalid requested_token_type");
    }
    if (!SUBJECT_TYPES.contains(form.get("subject_token_type"))) {
      throw OAuthErrorException.invalidRequest("Invalid subject_token_type");
    }
    List<String> scopes = form.words("scope");
    if (scopes.isEmpty()) {
      throw OAuthErrorException.missing("scope");
    }
    Instant now = clock.instant();
    String subject = subject(form.get("audience"), form.get("subject_token"), now);
    ObjectNode response = tokens.forProgram(principal(form.get("audience"), subject), scopes, now);
    return WebResponse.json(response.put("issued_token_type", ACCESS_TOKEN));
  }

  private String subject(String audience, String text, Instant now) {
    GoogleDirectory.Issuer issuer =
        directory
            .issuerFor(audience)
            .orElseThrow(
                () ->
                    new OAuthErrorException(
                        400, "invalid_target", "The target service is not an identity provider."));
    Jwt token;
    try {
      token = Jwt.parse(text);
    } catch (IllegalArgumentException e) {
      throw OAuthErrorException.invalidGrant("Unable to parse the ID Token.");
    }
    boolean trusted =
        token.claim("iss").equals(issuer.name())
            && token.isSignedBy(issuer.key(), Set.of(Jwt.RS256));
    if (!trusted) {
      throw OAuthErrorException.invalidGrant("Error validating the signature of the ID Token.");
    }
    if (!token.audiences().contains(audience) && !token.audiences().contains("https:" + audience)) {
      throw OAuthErrorException.invalidGrant(
          "The audience in ID Token does not match the expected one.");
    }
    if (!token.isAliveAt(now) || !token.hasBegunAt(now)) {
      throw OAuthErrorException.invalidGrant("ID Token is stale to sign-in.");
    }
    return token.claim("sub");
  }
}
