package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizationRequest;
import canon.cpp.cloudservice.testing.internal.identity.oauth.RedirectUris;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInError;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInRules;
import java.util.Optional;

/** Microsoft's rules for signing in. */
final class EntraSignIn implements SignInRules<EntraAccount> {
  private final EntraDirectory directory;

  EntraSignIn(EntraDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Optional<String> errorPage(AuthorizationRequest request) {
    if (!directory.hasRealm(request.realm())) {
      return Optional.of("AADSTS90002: Tenant not found.");
    }
    Optional<EntraRegistration> app = directory.findApp(request.clientId());
    if (app.isEmpty()) {
      return Optional.of("AADSTS700016: Application was not found in the directory.");
    }
    return RedirectUris.allow(app.get().redirects(), request.redirectUri())
        ? Optional.empty()
        : Optional.of("AADSTS50011: The redirect URI is not one of those of the application.");
  }

  @Override
  public Optional<SignInError> check(AuthorizationRequest request) {
    try {
      ClaimsRequest.check(request.claims());
      Scopes.check(request.scopes(), directory);
      return Optional.empty();
    } catch (EntraErrorException rejection) {
      String description = "AADSTS" + rejection.error().code() + ": " + rejection.error().text();
      return Optional.of(new SignInError(rejection.error().error(), description));
    }
  }

  @Override
  public SignInError cancelled() {
    return new SignInError("access_denied", "The user cancelled the sign-in", "cancel");
  }

  @Override
  public Optional<EntraAccount> find(String realm, String address) {
    return directory.find(realm, address);
  }

  @Override
  public Optional<SignInError> enter(AuthorizationRequest request, EntraAccount account) {
    ClaimsChallenges.meet(account, request.claims());
    return Optional.empty();
  }

  @Override
  public boolean isOffline(AuthorizationRequest request, EntraAccount account) {
    return request.scopes().contains("offline_access");
  }
}
