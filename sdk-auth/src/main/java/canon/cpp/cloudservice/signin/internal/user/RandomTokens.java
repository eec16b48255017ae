package canon.cpp.cloudservice.signin.internal.user;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Texts that nobody can guess. */
final class RandomTokens {
  private static final int BYTES = 32;

  private final SecureRandom random;

  RandomTokens(SecureRandom random) {
    this.random = random;
  }

  /** 256 random bits in 43 characters, which is also what a PKCE verifier has to look like. */
  String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A request with a state, a nonce and a verifier of its own. */
  AuthorizationRequest request(
      URI redirectUri, boolean formPost, @Nullable String loginHint, @Nullable String claims) {
    return new AuthorizationRequest(
        redirectUri, next(), next(), next(), formPost, loginHint, claims);
  }

  /** Compares in a time that tells nothing of where they differ. */
  static boolean same(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
