package canon.cpp.cloudservice.testing.internal.identity.entra;

import canon.cpp.cloudservice.testing.identity.EntraAccount;
import canon.cpp.cloudservice.testing.internal.identity.oauth.AuthorizeRequest;
import canon.cpp.cloudservice.testing.internal.identity.oauth.Redirects;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInError;
import canon.cpp.cloudservice.testing.internal.identity.oauth.SignInRules;
import java.util.Optional;

/** What Microsoft decides about signing in. */
final class EntraSignIn implements SignInRules<EntraAccount> {
  private final Directory directory;

  EntraSignIn(Directory directory) {
    this.directory = directory;
  }

  @Override
  public Optional<String> errorPage(AuthorizeRequest request) {
    if (!directory.hasRealm(request.realm())) {
      return Optional.of("AADSTS90002: Tenant not found.");
    }
    Optional<App> app = directory.findApp(request.clientId());
    if (app.isEmpty()) {
      return Optional.of("AADSTS700016: Application was not found in the directory.");
    }
    return Redirects.allow(app.get().redirects(), request.redirectUri())
        ? Optional.empty()
        : Optional.of("AADSTS50011: The redirect URI is not one of those of the application.");
  }

  @Override
  public Optional<SignInError> check(AuthorizeRequest request) {
    try {
      ClaimsRequest.check(request.claims());
      Scopes.check(request.scopes(), directory);
      return Optional.empty();
    } catch (EntraRefusal refusal) {
      String description = "AADSTS" + refusal.error().code() + ": " + refusal.error().text();
      return Optional.of(new SignInError(refusal.error().error(), description));
    }
  }

  @Override
  public Optional<EntraAccount> find(String realm, String address) {
    return directory.find(realm, address);
  }

  @Override
  public Optional<SignInError> enter(AuthorizeRequest request, EntraAccount account) {
    Demands.meet(account, request.claims());
    return Optional.empty();
  }

  @Override
  public boolean isOffline(AuthorizeRequest request, EntraAccount account) {
    return request.scopes().contains("offline_access");
  }
}
