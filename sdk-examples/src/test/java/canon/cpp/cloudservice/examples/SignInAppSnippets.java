package canon.cpp.cloudservice.examples;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.google.GoogleApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** The code in {@code docs/authentication.md} for hosts that offer both identity providers. */
final class SignInAppSnippets {
  private SignInAppSnippets() {}

  static AuthorizationCodeSession begin(
      HttpTransport network,
      String microsoftClientId,
      String apiId,
      String googleClientId,
      Secret googleClientSecret,
      IdentityProvider chosen,
      URI redirectUri) {
    Map<IdentityProvider, SignInApp> apps =
        Map.of(
            IdentityProvider.MICROSOFT, MicrosoftApp.of(network, microsoftClientId, apiId),
            IdentityProvider.GOOGLE, GoogleApp.of(network, googleClientId, googleClientSecret));
    AuthorizationCodeSession session = apps.get(chosen).begin(redirectUri);
    return session;
  }

  static AccountTokenProvider stored(
      SignInApp app,
      String sealed,
      SealingKey key,
      TokenStore store,
      String hostSession,
      Map<String, String> parameters) {
    AccountTokenProvider provider =
        app.resume(sealed, key)
            .store(store, hostSession)
            .complete(parameters, Duration.ofSeconds(30));
    AccountTokenProvider onAnotherNode = app.stored(store, hostSession);
    provider.close();
    return onAnotherNode;
  }
}
