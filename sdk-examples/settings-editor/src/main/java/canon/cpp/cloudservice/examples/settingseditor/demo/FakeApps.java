package canon.cpp.cloudservice.examples.settingseditor.demo;

import canon.cpp.cloudservice.examples.settingseditor.connection.SignInApps;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.google.GoogleApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftApp;
import canon.cpp.cloudservice.signin.microsoft.MicrosoftCredential;
import canon.cpp.cloudservice.testing.identity.EntraApp;
import canon.cpp.cloudservice.testing.identity.FakeIdentityProviders;
import canon.cpp.cloudservice.testing.identity.GoogleClient;
import java.net.URI;
import java.util.Map;

/** This program as it is registered at the fake identity providers. */
final class FakeApps implements SignInApps {
  private static final String SECRET = "not-a-real-secret";

  private final FakeIdentityProviders people;
  private final EntraApp microsoft;
  private final GoogleClient google;

  FakeApps(FakeIdentityProviders people, URI callback) {
    this.people = people;
    this.microsoft =
        people.microsoft().app("settings-editor").redirectTo(callback.toString()).secret(SECRET);
    this.google =
        people.google().client("settings-editor").redirectTo(callback.toString()).secret(SECRET);
  }

  @Override
  public Map<IdentityProvider, SignInApp> on(HttpTransport network) {
    return Map.of(
        IdentityProvider.MICROSOFT,
        MicrosoftApp.of(network, microsoft.clientId(), people.microsoft().apiId())
            .authority(people.microsoft().address())
            .credential(MicrosoftCredential.secret(Secret.of(SECRET))),
        IdentityProvider.GOOGLE,
        GoogleApp.of(network, google.clientId(), Secret.of(SECRET)).at(people.google().address()));
  }
}
