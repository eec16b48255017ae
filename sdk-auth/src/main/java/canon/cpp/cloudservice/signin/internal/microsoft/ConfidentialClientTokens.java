package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.UserAssertion;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Obtains tokens that need a credential and no user at a browser. Each call sends a request; a
 * cache may stand in front.
 */
public final class ConfidentialClientTokens implements TokenProvider {
  private final MicrosoftSettings settings;
  private final ClientCredential credential;
  private final String grant;
  private final Set<String> defaultScopes;
  private final Flow flow;

  /** Asks msal4j for a token. */
  @FunctionalInterface
  private interface Flow {
    CompletableFuture<IAuthenticationResult> acquire(
        ConfidentialClientApplication application, Set<String> scopes) throws Exception;
  }

  private ConfidentialClientTokens(
      MicrosoftSettings settings,
      ClientCredential credential,
      String grant,
      Set<String> defaultScopes,
      Flow flow) {
    this.settings = settings;
    this.credential = credential;
    this.grant = grant;
    this.defaultScopes = defaultScopes;
    this.flow = flow;
  }

  /** Returns a provider of the application's own tokens (client credentials). */
  public static ConfidentialClientTokens clientCredentials(
      MicrosoftSettings settings, ClientCredential credential) {
    return new ConfidentialClientTokens(
        settings,
        credential,
        "client credentials",
        settings.applicationScopes(),
        (application, scopes) ->
            application.acquireToken(
                ClientCredentialParameters.builder(scopes).skipCache(true).build()));
  }

  /**
   * Returns a provider of tokens for one user of a back end (on behalf of).
   *
   * @param user the token that the user's app sent to the back end
   */
  public static ConfidentialClientTokens onBehalfOf(
      MicrosoftSettings settings, ClientCredential credential, AccessToken user) {
    UserAssertion assertion = new UserAssertion(user.value());
    return new ConfidentialClientTokens(
        settings,
        credential,
        "on behalf of",
        settings.userScopes(),
        (application, scopes) ->
            application.acquireToken(
                OnBehalfOfParameters.builder(scopes, assertion).skipCache(true).build()));
  }

  @Override
  public AccessToken token(TokenRequest request) {
    IdentityHttp http = settings.http();
    MsalCall call = new MsalCall(http, settings.client(new EntraSender(http, settings), request));
    ConfidentialClientApplication application = call.confidentialClient(settings, credential);
    Set<String> scopes = request.scopes().isEmpty() ? defaultScopes : request.scopes();
    return call.token(() -> flow.acquire(application, scopes));
  }

  @Override
  public String toString() {
    return "ConfidentialClientTokens[" + grant + ", " + settings + "]";
  }
}
