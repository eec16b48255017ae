package canon.cpp.cloudservice.signin.internal.jwt;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Creates ID tokens whose signature is not valid. */
public final class TestTokens {
  private TestTokens() {}

  /** Returns a token with these claims. */
  public static String idToken(String claims) {
    return jwt("{\"alg\":\"RS256\"}", claims, "c2ln");
  }

  static String jwt(String header, String claims, String signature) {
    return encode(header) + "." + encode(claims) + "." + signature;
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
