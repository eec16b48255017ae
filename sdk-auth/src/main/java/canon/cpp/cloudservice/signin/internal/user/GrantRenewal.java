package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.time.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Obtains a token from a grant: by renewal, with a newer state of the store if there is one, or by
 * asking the user if the request allows it.
 *
 * @param prompt asks the user, or null if this host cannot
 * @param persisted the stored sign-in, or null
 * @param onOtherAccount called when another user has signed in than before
 */
record GrantRenewal(
    UserGrant grant,
    @Nullable Prompt prompt,
    @Nullable PersistedSignIn persisted,
    Timer timer,
    Runnable onOtherAccount) {

  /** Returns a new token. For one thread at a time. */
  AccessToken token(TokenRequest request) throws InterruptedException {
    SignedInAccount before = grant.account().orElse(null);
    try {
      return renew(request);
    } catch (AuthenticationException e) {
      if (prompt == null
          || !request.mayInteract()
          || e.kind() != AuthenticationErrorKind.SIGN_IN_REQUIRED) {
        throw e;
      }
      return ask(prompt, withClaims(request, e), before);
    }
  }

  private AccessToken renew(TokenRequest request) throws InterruptedException {
    claim(request);
    try {
      return grant.renew(request);
    } catch (AuthenticationException e) {
      // Another process may have used the refresh token, and saved the next one.
      if (e.kind() == AuthenticationErrorKind.SIGN_IN_REQUIRED
          && persisted != null
          && persisted.reloadIfChanged(grant)) {
        claim(request);
        return grant.renew(request);
      }
      throw e;
    }
  }

  private void claim(TokenRequest request) throws InterruptedException {
    if (persisted != null && grant.state().isPresent()) {
      persisted.claim(grant, timer, request.timeLeft());
    }
  }

  private AccessToken ask(Prompt by, TokenRequest request, @Nullable SignedInAccount before) {
    AccessToken token = by.ask(grant, request, timer);
    if (persisted != null) {
      persisted.userSignedIn();
    }
    if (before != null && !SameAccount.are(before, grant.account().orElse(null))) {
      onOtherAccount.run();
    }
    return token;
  }

  private static TokenRequest withClaims(TokenRequest request, AuthenticationException required) {
    String claims = required.claims().orElse(null);
    return claims == null || request.claims().isPresent() ? request : request.withClaims(claims);
  }

  @Override
  public String toString() {
    return "GrantRenewal";
  }
}
