package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.OnBehalfOfParameters;
import com.microsoft.aad.msal4j.UserAssertion;

/** Tokens for one user of a back end, in exchange for the one that the user's app has sent. */
public final class OnBehalfOfTokens implements TokenProvider {
  private final MsalCalls calls;
  private final MicrosoftSettings settings;
  private final ClientCredential credential;
  private final AccessToken user;

  public OnBehalfOfTokens(
      MicrosoftSettings settings, ClientCredential credential, AccessToken user) {
    this.calls = new MsalCalls(settings);
    this.settings = settings;
    this.credential = credential;
    this.user = user;
  }

  @Override
  public AccessToken token(TokenRequest request) {
    MsalCall call = calls.begin(request);
    ConfidentialClientApplication app = calls.program(call, credential);
    OnBehalfOfParameters parameters =
        OnBehalfOfParameters.builder(
                request.scopes().isEmpty() ? settings.personScopes() : request.scopes(),
                new UserAssertion(user.value()))
            .skipCache(true)
            .build();
    var unused = call.run(() -> app.acquireToken(parameters));
    return call.token();
  }

  @Override
  public String toString() {
    return "OnBehalfOfTokens[" + settings + "]";
  }
}
