package canon.cpp.cloudservice.testing.internal.identity.oauth;

import canon.cpp.cloudservice.testing.internal.identity.text.Base64Url;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Proof key for code exchange (RFC 7636), with SHA-256 only. */
final class Pkce {
  static final String METHOD = "S256";
  private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
  private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

  private Pkce() {}

  static boolean isChallenge(String text) {
    return CHALLENGE.matcher(text).matches();
  }

  static boolean isVerifier(String text) {
    return VERIFIER.matcher(text).matches();
  }

  static boolean matches(String challenge, String verifier) {
    byte[] digest = Digests.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
    return challenge.equals(Base64Url.encode(digest));
  }
}
