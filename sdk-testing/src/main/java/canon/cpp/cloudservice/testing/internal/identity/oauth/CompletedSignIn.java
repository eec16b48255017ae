package canon.cpp.cloudservice.testing.internal.identity.oauth;

import java.util.List;

/**
 * A user has signed in to a client.
 *
 * @param <A> the provider's kind of account
 * @param grant tells this sign-in from all others
 * @param clientId the program
 * @param account who
 * @param scopes what for
 * @param nonce what the program wants to find in the ID token; empty if nothing
 * @param claims the claims request that came along; empty if none did
 * @param offline whether the program gets a refresh token
 */
public record CompletedSignIn<A>(
    String grant,
    String clientId,
    A account,
    List<String> scopes,
    String nonce,
    String claims,
    boolean offline) {

  public CompletedSignIn<A> withScopes(List<String> others) {
    return new CompletedSignIn<>(grant, clientId, account, others, nonce, claims, offline);
  }

  public CompletedSignIn<A> withClaims(String others) {
    return new CompletedSignIn<>(grant, clientId, account, scopes, nonce, others, offline);
  }

  /** Returns an ID token from a refresh has no nonce (OpenID Connect Core, 12.2). */
  public CompletedSignIn<A> withoutNonce() {
    return new CompletedSignIn<>(grant, clientId, account, scopes, "", claims, offline);
  }
}
