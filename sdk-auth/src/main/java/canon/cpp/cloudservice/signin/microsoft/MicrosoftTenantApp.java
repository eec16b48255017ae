package canon.cpp.cloudservice.signin.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.signin.internal.microsoft.ConfidentialClientTokens;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftSettings;

/**
 * A program in one organisation at Microsoft, where no person is asked. Immutable; made by {@link
 * MicrosoftApp#inTenant(String)}.
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
   * Acts in the program's own name. The service lets it in only if its operator has admitted it
   * (D34).
   *
   * @param credential what proves the program
   * @return a provider that keeps its tokens; the caller closes it
   */
  public CachingTokenProvider unattended(MicrosoftCredential credential) {
    return settings.cached(
        ConfidentialClientTokens.clientCredentials(settings, credential.content()));
  }

  /**
   * Acts for a user of a back end, who has sent it a token. For one call or a few; nothing is kept,
   * so that no user's token can get to another.
   *
   * <pre>{@code
   * TokenProvider user = app.inTenant(tenantOfToken).onBehalfOf(credential, userToken);
   * client.withTokenProvider(user).remoteControl().activate().execute();
   * }</pre>
   *
   * @param credential what proves the back end
   * @param user the user's access token for the back end, verified by it; the tenant of this app is
   *     the token's {@code tid}
   * @return a provider that asks Microsoft for each token
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
