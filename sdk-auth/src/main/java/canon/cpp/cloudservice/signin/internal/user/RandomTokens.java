package canon.cpp.cloudservice.signin.internal.user;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Random texts that cannot be guessed. */
final class RandomTokens {
  private static final int BYTES = 32;

  private final SecureRandom random;

  RandomTokens(SecureRandom random) {
    this.random = random;
  }

  /** Returns 256 random bits as 43 characters, which is also the form of a PKCE verifier. */
  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns a request with a new state, nonce and verifier. */
  AuthorizationRequest request(
      URI redirectUri, boolean formPost, @Nullable String loginHint, @Nullable String claims) {
    return new AuthorizationRequest(
        redirectUri, next(), next(), next(), formPost, loginHint, claims);
  }

  /** Compares in constant time. */
  static boolean same(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
