package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.jwt.IdToken;
import org.jspecify.annotations.Nullable;

/** Reads from an ID token who has signed in. */
final class SignedInUser {
  private final IdentityHttp http;
  private final String clientId;

  SignedInUser(IdentityHttp http, String clientId) {
    this.http = http;
    this.clientId = clientId;
  }

  /**
   * The account.
   *
   * @param text the token, or null if none came
   * @param nonce what it has to answer, or null if nothing was asked
   */
  SignedInAccount read(@Nullable String text, @Nullable String nonce) {
    IdToken token = token(text);
    if (!token.isFor(clientId) || (nonce != null && !token.answers(nonce))) {
      throw http.failure(AuthenticationErrorKind.DENIED)
          .summary("the ID token belongs to another sign-in")
          .remedy("Sign in again.")
          .build();
    }
    return new SignedInAccount(
        IdentityProvider.MICROSOFT,
        token.objectId().orElseThrow(() -> unusable(null)),
        token.tenantId().orElseThrow(() -> unusable(null)),
        token.preferredUsername().orElse(null));
  }

  private IdToken token(@Nullable String text) {
    try {
      return IdToken.read(text == null ? "" : text);
    } catch (IllegalArgumentException e) {
      throw unusable(e);
    }
  }

  private AuthenticationException unusable(@Nullable IllegalArgumentException cause) {
    return http.failure(AuthenticationErrorKind.TOKEN_ENDPOINT)
        .summary("the ID token does not say which account it is of")
        .remedy("Check the authority, and whether it is Microsoft that answers there.")
        .cause(cause)
        .build();
  }
}
