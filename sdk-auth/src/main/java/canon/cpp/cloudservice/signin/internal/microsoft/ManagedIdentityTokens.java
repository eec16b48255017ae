package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import com.microsoft.aad.msal4j.ManagedIdentitySourceType;
import org.jspecify.annotations.Nullable;

/** Tokens of the identity that a host at Microsoft gives its programs. */
public final class ManagedIdentityTokens implements TokenProvider {
  private static final String NAME = "Microsoft (managed identity)";

  private final IdentityHttp http;
  private final ManagedIdentitySender sender;
  private final MicrosoftSettings settings;
  private final String resource;
  private final @Nullable String clientId;

  /**
   * Creates them.
   *
   * @param clientId which identity, or null for the host's own
   */
  public ManagedIdentityTokens(MicrosoftSettings settings, @Nullable String clientId) {
    this.http = settings.http(NAME);
    this.sender = new ManagedIdentitySender(http);
    this.settings = settings;
    this.resource = "api://" + settings.apiId();
    this.clientId = clientId;
  }

  @Override
  public AccessToken token(TokenRequest request) {
    ManagedIdentitySourceType host = ManagedIdentityApplication.getManagedIdentitySource();
    if (host != ManagedIdentitySourceType.APP_SERVICE
        && host != ManagedIdentitySourceType.DEFAULT_TO_IMDS) {
      throw http.failure(SignInKind.UNAVAILABLE)
          .summary("this kind of host is not supported (" + host + ")")
          .remedy("Use a certificate or a workload identity.")
          .build();
    }
    MsalHttp wire =
        new MsalHttp(sender, settings.clock(), settings.nanoTime(), null, request.timeLeft());
    MsalCall call = new MsalCall(http, wire);
    ManagedIdentityApplication app =
        call.wire(ManagedIdentityApplication.builder(identity())).build();
    ManagedIdentityParameters parameters =
        ManagedIdentityParameters.builder(resource).forceRefresh(true).build();
    var unused = call.run(() -> app.acquireTokenForManagedIdentity(parameters));
    return call.token();
  }

  private ManagedIdentityId identity() {
    return clientId == null
        ? ManagedIdentityId.systemAssigned()
        : ManagedIdentityId.userAssignedClientId(clientId);
  }

  @Override
  public String toString() {
    return "ManagedIdentityTokens[" + resource + "]";
  }
}
