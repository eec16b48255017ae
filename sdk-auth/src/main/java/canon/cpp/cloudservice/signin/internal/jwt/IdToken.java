package canon.cpp.cloudservice.signin.internal.jwt;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * What an ID token says. Only for one that came straight from the token endpoint over TLS: its
 * signature is not looked at, and need not be then (OpenID Connect Core 3.1.3.7). It cannot print
 * itself.
 */
public final class IdToken {
  private static final int MAX_CHARACTERS = 64 * 1024;
  private static final int PARTS = 3;

  /** The year 9999, far from where an instant overflows. */
  private static final long MAX_SECONDS = 253_402_300_799L;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode claims;

  private IdToken(JsonNode claims) {
    this.claims = claims;
  }

  /**
   * Reads a token.
   *
   * @throws IllegalArgumentException if it is none, or over 64 Ki characters; the message repeats
   *     nothing of it
   */
  public static IdToken read(String token) {
    String[] parts = token.length() > MAX_CHARACTERS ? new String[0] : token.split("\\.", -1);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("This is no ID token");
    }
    JsonNode claims;
    try {
      claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    } catch (IllegalArgumentException | IOException e) {
      // Their messages would quote the token.
      claims = null;
    }
    if (claims == null || !claims.isObject()) {
      throw new IllegalArgumentException("The ID token cannot be read");
    }
    return new IdToken(claims);
  }

  /** A claim that is a text and not empty. */
  public Optional<String> text(String claim) {
    String text = claims.path(claim).textValue();
    return text == null || text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** Who issued it ({@code iss}). */
  public Optional<String> issuer() {
    return text("iss");
  }

  /** Whom it is about, at this issuer ({@code sub}). */
  public Optional<String> subject() {
    return text("sub");
  }

  /** The address ({@code email}), which proves nothing by itself. */
  public Optional<String> email() {
    return text("email");
  }

  /** Whether the issuer vouches for the address; Google says so as a text at times. */
  public boolean emailVerified() {
    return claims.path("email_verified").asBoolean();
  }

  /** The organisation at Microsoft ({@code tid}). */
  public Optional<String> tenantId() {
    return text("tid");
  }

  /** The account in that organisation ({@code oid}). */
  public Optional<String> objectId() {
    return text("oid");
  }

  /** What to show to people at Microsoft ({@code preferred_username}). */
  public Optional<String> preferredUsername() {
    return text("preferred_username");
  }

  /** When it was issued ({@code iat}). */
  public Optional<Instant> issuedAt() {
    return instant("iat");
  }

  /** When it ends ({@code exp}). */
  public Optional<Instant> expiresAt() {
    return instant("exp");
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

  /** Whether it is for that audience, be it one of several. */
  public boolean isFor(String audience) {
    JsonNode aud = claims.path("aud");
    if (aud.isTextual()) {
      return audience.equals(aud.textValue());
    }
    for (JsonNode one : aud) {
      if (audience.equals(one.textValue())) {
        return true;
      }
    }
    return false;
  }

  /** Whether it answers the request with that nonce. */
  public boolean answers(String nonce) {
    String given = claims.path("nonce").textValue();
    return given != null && MessageDigest.isEqual(bytes(nonce), bytes(given));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Shows nothing of what it says. */
  @Override
  public String toString() {
    return "IdToken[hidden]";
  }
}
