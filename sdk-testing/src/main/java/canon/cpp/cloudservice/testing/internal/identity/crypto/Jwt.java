package canon.cpp.cloudservice.testing.internal.identity.crypto;

import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A signed token (RFC 7519) in its compact form. Its content must not be used before it is
 * verified.
 */
public final class Jwt {
  /** The algorithm of the providers. */
  public static final String RS256 = "RS256";

  /** An algorithm that applications may also use for their assertions. */
  public static final String PS256 = "PS256";

  private final ObjectNode header;
  private final ObjectNode claims;
  private final byte[] signed;
  private final byte[] signature;

  private Jwt(ObjectNode header, ObjectNode claims, byte[] signed, byte[] signature) {
    this.header = header;
    this.claims = claims;
    this.signed = signed;
    this.signature = signature;
  }

  /** Signs claims with RS256. */
  public static String sign(String keyId, ObjectNode claims, PrivateKey key) {
    ObjectNode header = Json.object().put("typ", "JWT").put("alg", RS256).put("kid", keyId);
    return sign(header, claims, key);
  }

  /** Signs claims with the algorithm that the header names. */
  public static String sign(ObjectNode header, ObjectNode claims, PrivateKey key) {
    String content =
        Base64Url.encode(Json.bytes(header)) + "." + Base64Url.encode(Json.bytes(claims));
    try {
      Signature signing = signature(header.path("alg").asText());
      signing.initSign(key);
      signing.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + Base64Url.encode(signing.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
  }

  /** Parses a token without verifying it. */
  public static Jwt parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("It does not have three parts");
    }
    return new Jwt(
        Json.readObject(Base64Url.decode(parts[0])),
        Json.readObject(Base64Url.decode(parts[1])),
        (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
        Base64Url.decode(parts[2]));
  }

  /**
   * Returns whether the signature is valid for the key and one of the algorithms. The caller names
   * the algorithms, because a header could name any, including none.
   */
  public boolean isSignedBy(PublicKey key, Set<String> algorithms) {
    String algorithm = header("alg");
    if (!algorithms.contains(algorithm)) {
      return false;
    }
    try {
      Signature verifying = signature(algorithm);
      verifying.initVerify(key);
      verifying.update(signed);
      return verifying.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** Returns a field of the header, or an empty text. */
  public String header(String name) {
    return header.path(name).asText();
  }

  /** Returns a claim that is text, or an empty text. */
  public String claim(String name) {
    return claims.path(name).asText();
  }

  /** Returns the audiences; a single one may be a text instead of a list. */
  public List<String> audiences() {
    JsonNode audience = claims.path("aud");
    if (!audience.isArray()) {
      return audience.isTextual() ? List.of(audience.asText()) : List.of();
    }
    return StreamSupport.stream(audience.spliterator(), false).map(JsonNode::asText).toList();
  }

  /** Returns whether the token has an expiry time that has not passed. */
  public boolean isAliveAt(Instant now) {
    return end().filter(now::isBefore).isPresent();
  }

  /** Returns when the token expires, if it says so. */
  public Optional<Instant> end() {
    JsonNode end = claims.path("exp");
    return end.isNumber() ? Optional.of(Instant.ofEpochSecond(end.asLong())) : Optional.empty();
  }

  /** Returns whether the token is valid already; true without such a claim. */
  public boolean hasBegunAt(Instant now) {
    JsonNode begin = claims.path("nbf");
    return begin.isMissingNode()
        || (begin.isNumber() && !now.isBefore(Instant.ofEpochSecond(begin.asLong())));
  }

  public ObjectNode claims() {
    return claims.deepCopy();
  }

  private static Signature signature(String algorithm) throws GeneralSecurityException {
    if (algorithm.equals(PS256)) {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      return pss;
    }
    if (algorithm.equals(RS256)) {
      return Signature.getInstance("SHA256withRSA");
    }
    throw new IllegalArgumentException("Unsupported algorithm: " + algorithm);
  }
}
