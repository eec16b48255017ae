package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.signin.internal.user.AuthorizationRequest;
import canon.cpp.cloudservice.signin.internal.user.UserGrant;
import canon.cpp.cloudservice.time.Timer;
import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.AuthorizationCodeParameters;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user's grant at Microsoft. The cache of msal4j exists for one call only; its refresh token is
 * copied out afterwards, and into the cache of the next call.
 */
public final class MicrosoftGrant implements UserGrant {
  private final MicrosoftSettings settings;
  private final @Nullable ClientCredential credential;
  private final Timer timer;
  private final IdentityHttp http;
  private final EntraSender sender;
  private final SignedInUser signedInUser;
  private volatile @Nullable PersistedMicrosoftGrant persisted;

  /**
   * Creates a grant before the first sign-in.
   *
   * @param credential the application's credential, or null for a public client
   */
  public MicrosoftGrant(
      MicrosoftSettings settings, @Nullable ClientCredential credential, Timer timer) {
    this.settings = settings.withTimer(timer);
    this.credential = credential;
    this.timer = timer;
    this.http = settings.http();
    this.sender = new EntraSender(http, settings);
    this.signedInUser = new SignedInUser(http, settings);
  }

  @Override
  public URI authorizeUrl(AuthorizationRequest request) {
    return MicrosoftAuthorizationUrl.of(settings, request);
  }

  @Override
  public AccessToken redeem(AuthorizationRequest request, String code, Duration timeLeft) {
    MsalCall call = new MsalCall(http, settings.client(this::sendCode, request.claims(), timeLeft));
    AbstractClientApplicationBase application = application(call);
    AuthorizationCodeParameters parameters =
        AuthorizationCodeParameters.builder(code, request.redirectUri())
            .scopes(settings.userScopes())
            .codeVerifier(request.codeVerifier())
            .build();
    AccessToken token = call.token(() -> application.acquireToken(parameters));
    remember(call, application, request.nonce());
    return token;
  }

  private IdentityResponse sendCode(HttpRequest request) {
    try {
      return sender.send(request);
    } catch (AuthenticationException e) {
      throw EntraErrors.ofCode(http, e);
    }
  }

  @Override
  public AccessToken signInOnDevice(DeviceCodeHandler handler, TokenRequest request) {
    DeviceSender deviceSender =
        new DeviceSender(http, sender, handler, settings.clock(), timer, request.timeLeft());
    MsalCall call = new MsalCall(http, settings.client(deviceSender, request));
    PublicClientApplication application = call.publicClient(settings);
    DeviceCodeFlowParameters parameters =
        DeviceCodeFlowParameters.builder(scopes(request), unusedAlreadyShown -> {}).build();
    AccessToken token = call.token(() -> application.acquireToken(parameters));
    remember(call, application, null);
    return token;
  }

  @Override
  public AccessToken renew(TokenRequest request) {
    MsalCall call = new MsalCall(http, settings.client(sender, request));
    PersistedMicrosoftGrant before = persisted;
    if (before == null) {
      throw call.firstSignIn();
    }
    AbstractClientApplicationBase application = application(call);
    application.tokenCache().deserialize(before.cache());
    IAccount account =
        call.run(application::getAccounts).stream().findFirst().orElseThrow(call::firstSignIn);
    SilentParameters parameters =
        SilentParameters.builder(scopes(request), account).forceRefresh(true).build();
    AccessToken token = call.token(() -> application.acquireTokenSilently(parameters));
    signedInUser.checkRefreshed(call.tokenResponse(), before.account());
    persisted = before.with(application.tokenCache().serialize());
    return token;
  }

  private void remember(
      MsalCall call, AbstractClientApplicationBase application, @Nullable String nonce) {
    SignedInAccount account = signedInUser.read(call.tokenResponse(), nonce);
    persisted = PersistedMicrosoftGrant.of(account, application.tokenCache().serialize());
  }

  private AbstractClientApplicationBase application(MsalCall call) {
    return credential == null
        ? call.publicClient(settings)
        : call.confidentialClient(settings, credential);
  }

  private Set<String> scopes(TokenRequest request) {
    return request.scopes().isEmpty() ? settings.userScopes() : request.scopes();
  }

  @Override
  public Optional<SignedInAccount> account() {
    return Optional.ofNullable(persisted).map(PersistedMicrosoftGrant::account);
  }

  @Override
  public Optional<byte[]> state() {
    return Optional.ofNullable(persisted).map(PersistedMicrosoftGrant::toBytes);
  }

  @Override
  public void restore(byte[] state) {
    persisted = PersistedMicrosoftGrant.fromBytes(state);
  }

  /** Microsoft offers no way to revoke the refresh token of one application. */
  @Override
  public void forget(Duration timeLeft) {
    persisted = null;
  }

  /** Shows the registration, and nothing of the user. */
  @Override
  public String toString() {
    return "MicrosoftGrant[" + settings + "]";
  }
}
