package canon.cpp.cloudservice.signin.microsoft;

import canon.cpp.cloudservice.testing.identity.EntraApp;
import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** msal4j as a host would use it, to show its own behaviour. */
final class RawMsal {
  private final Entra entra;
  private final EntraApp editor;

  RawMsal(Entra entra) {
    this(entra, entra.editor);
  }

  /** With an application of its own, because msal4j caches failures across tests. */
  RawMsal(Entra entra, EntraApp editor) {
    this.entra = entra;
    this.editor = editor;
  }

  ConfidentialClientApplication program() {
    return wired(
            ConfidentialClientApplication.builder(
                entra.tool.clientId(), ClientCredentialFactory.createFromSecret(Entra.SECRET)))
        .build();
  }

  PublicClientApplication people() {
    return wired(PublicClientApplication.builder(editor.clientId())).build();
  }

  private <B extends AbstractClientApplicationBase.Builder<B>> B wired(B builder) {
    try {
      return builder
          .httpClient(new RawHttp(entra.network))
          .authority("https://localhost/" + entra.contoso.id() + "/")
          .validateAuthority(false)
          .instanceDiscovery(false);
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  ClientCredentialParameters programParameters() {
    return ClientCredentialParameters.builder(Set.of(entra.fake.apiDefaultScope())).build();
  }

  Set<String> personScopes() {
    return Set.of(entra.fake.apiScope());
  }

  /** A user signs in, without PKCE. */
  IAuthenticationResult signIn(PublicClientApplication app) {
    Map<String, String> query =
        Map.of(
            "client_id",
            editor.clientId(),
            "response_type",
            "code",
            "redirect_uri",
            Entra.REDIRECT.toString(),
            "scope",
            "openid profile offline_access " + entra.fake.apiScope(),
            "state",
            "state-1");
    String encoded =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    URI url =
        URI.create("https://localhost/" + entra.contoso.id() + "/oauth2/v2.0/authorize?" + encoded);
    String code = entra.fake.signIn(url, Entra.ADMIN).parameters().get("code");
    return app.acquireToken(
            AuthorizationCodeParameters.builder(code, Entra.REDIRECT)
                .scopes(personScopes())
                .build())
        .join();
  }

  /** A token from the cache, or a new one when msal4j refreshes. */
  IAuthenticationResult silently(PublicClientApplication app) {
    return silently(app, false);
  }

  /** A new token in any case. */
  IAuthenticationResult refreshed(PublicClientApplication app) {
    return silently(app, true);
  }

  private IAuthenticationResult silently(PublicClientApplication app, boolean force) {
    try {
      var account = app.getAccounts().join().iterator().next();
      return app.acquireTokenSilently(
              SilentParameters.builder(personScopes(), account).forceRefresh(force).build())
          .join();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The same cache at a later time. */
  static void age(AbstractClientApplicationBase app) {
    String aged =
        app.tokenCache()
            .serialize()
            .replaceAll("\"refresh_on\":\"[0-9]+\"", "\"refresh_on\":\"1\"");
    app.tokenCache().deserialize(aged);
  }
}
