package canon.cpp.cloudservice.signin.internal.person;

import java.net.URI;
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
public record CodeRequest(
    URI redirectUri,
    String state,
    String nonce,
    String codeVerifier,
    boolean formPost,
    @Nullable String loginHint,
    @Nullable String claims) {

  /** Shows where it leads back to; everything else is secret. */
  @Override
  public String toString() {
    return "CodeRequest[" + redirectUri + "]";
  }
}
