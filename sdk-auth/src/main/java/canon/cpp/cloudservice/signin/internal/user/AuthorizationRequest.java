package canon.cpp.cloudservice.signin.internal.user;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * One request for an authorization code.
 *
 * @param redirectUri where the browser comes back to
 * @param state shows that a callback belongs to this request
 * @param nonce shows that an ID token belongs to this request
 * @param codeVerifier shows that who redeems the code is who asked for it (PKCE)
 * @param formPost whether the browser is to come back with POST
 * @param loginHint the address to fill in, or null
 * @param claims what the service demanded, as JSON, or null
 */
public record AuthorizationRequest(
    URI redirectUri,
    String state,
    String nonce,
    String codeVerifier,
    boolean formPost,
    @Nullable String loginHint,
    @Nullable String claims) {

  /** Returns what the verifier is asked for by: its digest (RFC 7636, S256). */
  public String codeChallenge() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(codeVerifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** Shows where it leads back to; everything else is secret. */
  @Override
  public String toString() {
    return "CodeRequest[" + redirectUri + "]";
  }
}
