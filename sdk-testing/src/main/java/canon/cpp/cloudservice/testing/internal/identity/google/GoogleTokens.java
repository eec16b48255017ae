package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.identity.GoogleAccount;
import canon.cpp.cloudservice.testing.internal.identity.crypto.SigningKeys;
import canon.cpp.cloudservice.testing.internal.identity.oauth.CompletedSignIn;
import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Issues tokens and builds the responses with them. */
final class GoogleTokens {
  private final URI issuer;
  private final SigningKeys keys;
  private final TokenLifetimes lifetimes;
  private final AccessTokens accessTokens;

  GoogleTokens(URI issuer, SigningKeys keys, TokenLifetimes lifetimes, AccessTokens accessTokens) {
    this.issuer = issuer;
    this.keys = keys;
    this.lifetimes = lifetimes;
    this.accessTokens = accessTokens;
  }

  /** Issues tokens for a user who has signed in. */
  ObjectNode forPerson(CompletedSignIn<GoogleAccount> signedIn, Instant now) {
    GoogleAccount account = signedIn.account();
    String access =
        accessTokens.issue(
            account.address(), signedIn.scopes(), signedIn.grant(), now.plus(lifetimes.token()));
    ObjectNode response = envelope(access).put("scope", String.join(" ", signedIn.scopes()));
    if (!signedIn.scopes().contains("openid")) {
      return response;
    }
    ObjectNode claims =
        claims(signedIn.clientId(), now)
            .put("azp", signedIn.clientId())
            .put("sub", account.subject())
            .put("email", account.address())
            .put("email_verified", account.isEmailVerified())
            .put("at_hash", hash(access));
    account.hostedDomain().ifPresent(domain -> claims.put("hd", domain));
    if (!signedIn.nonce().isEmpty()) {
      claims.put("nonce", signedIn.nonce());
    }
    return response.put("id_token", keys.sign(claims));
  }

  /** Issues an access token for a service account. */
  ObjectNode forProgram(String principal, List<String> scopes, Instant now) {
    return envelope(accessToken(principal, scopes, now));
  }

  String accessToken(String principal, List<String> scopes, Instant now) {
    return accessTokens.issue(principal, scopes, "", now.plus(lifetimes.token()));
  }

  Instant expiry(Instant now) {
    return now.plus(lifetimes.token());
  }

  long lifeSeconds() {
    return lifetimes.token().toSeconds();
  }

  /**
   * Issues an ID token of a service account. Without its address the account cannot be recognised.
   */
  String idToken(ServiceAccount account, String audience, boolean withEmail, Instant now) {
    ObjectNode claims =
        claims(audience, now)
            .put("azp", withEmail ? account.email() : account.uniqueId())
            .put("sub", account.uniqueId());
    if (withEmail) {
      claims.put("email", account.email()).put("email_verified", true);
    }
    return keys.sign(claims);
  }

  private ObjectNode envelope(String accessToken) {
    return Json.object()
        .put("access_token", accessToken)
        .put("expires_in", lifeSeconds())
        .put("token_type", "Bearer");
  }

  private ObjectNode claims(String audience, Instant now) {
    return Json.object()
        .put("iss", issuer.toString())
        .put("aud", audience)
        .put("iat", now.getEpochSecond())
        .put("exp", expiry(now).getEpochSecond());
  }

  /** Returns the left half of the hash of the access token (OpenID Connect Core, 3.1.3.6). */
  private static String hash(String accessToken) {
    byte[] digest = Digests.sha256(accessToken.getBytes(StandardCharsets.US_ASCII));
    return Base64Url.encode(Arrays.copyOf(digest, digest.length / 2));
  }
}
