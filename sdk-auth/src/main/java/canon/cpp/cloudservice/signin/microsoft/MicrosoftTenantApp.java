package canon.cpp.cloudservice.signin.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.signin.internal.microsoft.ConfidentialClientTokens;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftSettings;

/**
 * An application in one tenant at Microsoft, for tokens without a user at a browser. Immutable;
 * created by {@link MicrosoftApp#inTenant(String)}.
 *
 * <pre>{@code
 * MicrosoftCredential credential = MicrosoftCredential.secret(secret);
 * try (CachingTokenProvider tool = app.inTenant("contoso.com").unattended(credential)) {
 *   client.withTokenProvider(tool).users().list()…
 * }
 * }</pre>
 */
@CheckReturnValue
public final class MicrosoftTenantApp {
  private final MicrosoftSettings settings;

  MicrosoftTenantApp(MicrosoftSettings settings) {
    this.settings = settings;
  }

  /**
   * Returns a provider of the application's own tokens (client credentials). The service accepts
   * them only if the service's operator has admitted the application (D34).
   *
   * @param credential the application's credential
   * @return a provider that caches its tokens; the caller closes it
   */
  public CachingTokenProvider unattended(MicrosoftCredential credential) {
    return settings.cached(
        ConfidentialClientTokens.clientCredentials(settings, credential.content()));
  }

  /**
   * Returns a provider of tokens for one user of a back end (on behalf of). For one call or a few:
   * no token is cached, so that no user can get the token of another.
   *
   * <pre>{@code
   * TokenProvider user = app.inTenant(tenantOfToken).onBehalfOf(credential, userToken);
   * client.withTokenProvider(user).remoteControl().activate().execute();
   * }</pre>
   *
   * @param credential the back end's credential
   * @param user the user's access token for the back end, which has verified it; the tenant of this
   *     app is the token's {@code tid}
   * @return a provider that sends a request for each token
   */
  public TokenProvider onBehalfOf(MicrosoftCredential credential, AccessToken user) {
    return ConfidentialClientTokens.onBehalfOf(
        settings, credential.content(), requireNonNull(user, "user"));
  }

  /** Shows the registration. */
  @Override
  public String toString() {
    return "MicrosoftTenantApp[" + settings + "]";
  }
}
