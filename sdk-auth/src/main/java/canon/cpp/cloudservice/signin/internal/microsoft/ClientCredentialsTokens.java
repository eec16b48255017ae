package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;

/** Tokens of a program that acts by itself. Each is fetched; a cache stands before it. */
public final class ClientCredentialsTokens implements TokenProvider {
  private final MsalCalls calls;
  private final MicrosoftSettings settings;
  private final ClientCredential credential;

  public ClientCredentialsTokens(MicrosoftSettings settings, ClientCredential credential) {
    this.calls = new MsalCalls(settings);
    this.settings = settings;
    this.credential = credential;
  }

  @Override
  public AccessToken token(TokenRequest request) {
    MsalCall call = calls.begin(request);
    ConfidentialClientApplication app = calls.program(call, credential);
    ClientCredentialParameters parameters =
        ClientCredentialParameters.builder(
                request.scopes().isEmpty() ? settings.programScopes() : request.scopes())
            .skipCache(true)
            .build();
    var unused = call.run(() -> app.acquireToken(parameters));
    return call.token();
  }

  @Override
  public String toString() {
    return "ProgramTokens[" + settings + "]";
  }
}
