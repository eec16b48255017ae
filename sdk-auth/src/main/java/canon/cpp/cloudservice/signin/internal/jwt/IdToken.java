package canon.cpp.cloudservice.signin.internal.jwt;

import canon.cpp.cloudservice.signin.internal.json.StrictJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The claims of an ID token. Only for a token that was received from the token endpoint over TLS:
 * the signature is not verified, which OpenID Connect Core 3.1.3.7 allows for that case. {@link
 * #toString} shows no claim.
 */
public final class IdToken {
  private static final int MAX_CHARACTERS = 64 * 1024;
  private static final int PARTS = 3;

  /** Signature algorithms with a public key. {@code none} and HMAC are not accepted. */
  private static final Pattern ALGORITHM = Pattern.compile("(RS|PS|ES)(256|384|512)|EdDSA|Ed25519");

  /** The year 9999, far from where an instant overflows. */
  private static final long MAX_SECONDS = 253_402_300_799L;

  private final ObjectNode claims;

  private IdToken(ObjectNode claims) {
    this.claims = claims;
  }

  /**
   * Reads a token.
   *
   * @throws IllegalArgumentException if the text is not a signed token in compact form, has over 64
   *     Ki characters, repeats a name in its header or claims, or names an algorithm without a
   *     public key; the message does not quote the token
   */
  public static IdToken read(String token) {
    String[] parts = token.length() > MAX_CHARACTERS ? new String[0] : token.split("\\.", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("The text is not an ID token");
    }
    ObjectNode header = object(parts[0]);
    if (!ALGORITHM.matcher(header.path("alg").asText()).matches()
        || header.has("crit")
        || parts[2].isEmpty()) {
      throw new IllegalArgumentException("The ID token is not signed in a known way");
    }
    return new IdToken(object(parts[1]));
  }

  private static ObjectNode object(String part) {
    byte[] json;
    try {
      json = Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      // Its message would quote the token.
      json = new byte[0];
    }
    return StrictJson.object(json)
        .orElseThrow(() -> new IllegalArgumentException("The ID token cannot be read"));
  }

  /** Returns a claim that is a text and not empty. */
  public Optional<String> text(String claim) {
    String text = claims.path(claim).textValue();
    return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Returns whether the claim is present, whatever its value is. */
  boolean has(String claim) {
    return claims.has(claim);
  }

  /** Returns the issuer ({@code iss}). */
  public Optional<String> issuer() {
    return text("iss");
  }

  /** Returns the account's id at this issuer ({@code sub}). */
  public Optional<String> subject() {
    return text("sub");
  }

  /** Returns the email address ({@code email}), which proves nothing by itself. */
  public Optional<String> email() {
    return text("email");
  }

  /** Returns {@code email_verified}, which Google sometimes sends as a text. */
  public boolean emailVerified() {
    return claims.path("email_verified").asBoolean();
  }

  /** Returns the tenant at Microsoft ({@code tid}). */
  public Optional<String> tenantId() {
    return text("tid");
  }

  /** Returns the account's id in that tenant ({@code oid}). */
  public Optional<String> objectId() {
    return text("oid");
  }

  /** Returns the name to display at Microsoft ({@code preferred_username}). */
  public Optional<String> preferredUsername() {
    return text("preferred_username");
  }

  /** Returns when the token was issued ({@code iat}). */
  public Optional<Instant> issuedAt() {
    return instant("iat");
  }

  /** Returns when the token expires ({@code exp}). */
  public Optional<Instant> expiresAt() {
    return instant("exp");
  }

  /** Returns before when the token must not be used ({@code nbf}). */
  public Optional<Instant> notBefore() {
    return instant("nbf");
  }

  private Optional<Instant> instant(String claim) {
    JsonNode seconds = claims.path(claim);
    return seconds.isNumber()
            && seconds.canConvertToLong()
            && seconds.longValue() >= 0
            && seconds.longValue() < MAX_SECONDS
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  /** Returns whether the audience is this one and no other ({@code aud}). */
  public boolean isFor(String audience) {
    List<String> audiences = new ArrayList<>();
    JsonNode aud = claims.path("aud");
    if (aud.isTextual()) {
      audiences.add(aud.textValue());
    } else if (aud.isArray()) {
      aud.forEach(one -> audiences.add(one.isTextual() ? one.textValue() : ""));
    }
    return !audiences.isEmpty() && audiences.stream().allMatch(audience::equals);
  }

  /** Shows no claim. */
  @Override
  public String toString() {
    return "IdToken[hidden]";
  }
}
