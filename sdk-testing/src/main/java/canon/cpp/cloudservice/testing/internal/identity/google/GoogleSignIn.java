package canon.cpp.cloudservice.testing.internal.identity.google;

import canon.cpp.cloudservice.testing.identity.GoogleAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationRequest;
import canon.cpp.cloudservice.testing.internal.identity.oauth.RedirectUris;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInError;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInRules;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Google's rules for signing in. */
final class GoogleSignIn implements SignInRules<GoogleAccount> {
  private final GoogleDirectory directory;
  private final Set<Consent> consents = ConcurrentHashMap.newKeySet();

  GoogleSignIn(GoogleDirectory directory) {
    this.directory = directory;
  }

  /** A user has granted offline access to a client. */
  private record Consent(String clientId, GoogleAccount account) {}

  @Override
  public Optional<String> errorPage(AuthorizationRequest request) {
    Optional<GoogleRegistration> program = directory.findProgram(request.clientId());
    if (program.isEmpty()) {
      return Optional.of("Error 401: invalid_client");
    }
    return RedirectUris.allow(program.get().redirects(), request.redirectUri())
        ? Optional.empty()
        : Optional.of("Error 400: redirect_uri_mismatch");
  }

  @Override
  public Optional<SignInError> check(AuthorizationRequest request) {
    return Optional.empty();
  }

  @Override
  public SignInError cancelled() {
    return new SignInError("access_denied", "The user cancelled the sign-in");
  }

  @Override
  public Optional<GoogleAccount> find(String realm, String address) {
    return directory.findAccount(address);
  }

  @Override
  public Optional<SignInError> enter(AuthorizationRequest request, GoogleAccount account) {
    return Optional.empty();
  }

  /**
   * Returns a refresh token is issued with the first consent only, unless the client requests
   * another consent.
   */
  @Override
  public boolean isOffline(AuthorizationRequest request, GoogleAccount account) {
    return request.parameters().get("access_type").equals("offline")
        && (consents.add(new Consent(request.clientId(), account)) || request.wants("consent"));
  }

  void forget(String clientId, GoogleAccount account) {
    consents.remove(new Consent(clientId, account));
  }
}
