package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.http.HttpRequest;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
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
 * A person's grant at Microsoft. msal4j's cache lives for one call only; what is worth keeping is
 * taken out of it and put into the next.
 */
public final class MicrosoftGrant implements UserGrant {
  private final MicrosoftSettings settings;
  private final @Nullable ClientCredential credential;
  private final Timer timer;
  private final MsalCalls calls;
  private final SignedInUser person;
  private volatile @Nullable PersistedMicrosoftGrant kept;

  /**
   * Creates a grant of nobody yet.
   *
   * @param credential what proves the program, or null for one that cannot keep a secret
   */
  public MicrosoftGrant(
      MicrosoftSettings settings, @Nullable ClientCredential credential, Timer timer) {
    this.settings = settings.withTimer(timer);
    this.credential = credential;
    this.timer = timer;
    this.calls = new MsalCalls(this.settings);
    this.person = new SignedInUser(calls.http(), settings.clientId());
  }

  @Override
  public URI authorizeUrl(AuthorizationRequest request) {
    return MicrosoftAuthorizationUrl.of(settings, request);
  }

  @Override
  public AccessToken redeem(AuthorizationRequest request, String code, Duration timeLeft) {
    MsalCall call = calls.begin(this::sendCode, request.claims(), timeLeft);
    AbstractClientApplicationBase app = application(call);
    AuthorizationCodeParameters parameters =
        AuthorizationCodeParameters.builder(code, request.redirectUri())
            .scopes(settings.personScopes())
            .codeVerifier(request.codeVerifier())
            .build();
    var unused = call.run(() -> app.acquireToken(parameters));
    return remember(call, app, request.nonce());
  }

  private IdentityResponse sendCode(HttpRequest request) {
    try {
      return calls.sender().send(request);
    } catch (AuthenticationException e) {
      throw EntraErrors.ofCode(calls.http(), e);
    }
  }

  @Override
  public AccessToken signInOnDevice(DeviceCodeHandler handler, TokenRequest request) {
    DeviceSender sender =
        new DeviceSender(
            calls.http(), calls.sender(), handler, settings.clock(), timer, request.timeLeft());
    MsalCall call = calls.begin(sender, request.claims().orElse(null), request.timeLeft());
    PublicClientApplication app = calls.publicProgram(call);
    DeviceCodeFlowParameters parameters =
        DeviceCodeFlowParameters.builder(scopes(request), unusedShownBefore -> {}).build();
    var unused = call.run(() -> app.acquireToken(parameters));
    return remember(call, app, null);
  }

  @Override
  public AccessToken renew(TokenRequest request) {
    MsalCall call = calls.begin(request);
    PersistedMicrosoftGrant before = kept;
    if (before == null) {
      throw call.firstSignIn();
    }
    AbstractClientApplicationBase app = application(call);
    app.tokenCache().deserialize(before.cache());
    IAccount account =
        call.run(app::getAccounts).stream().findFirst().orElseThrow(call::firstSignIn);
    SilentParameters parameters =
        SilentParameters.builder(scopes(request), account).forceRefresh(true).build();
    var unused = call.run(() -> app.acquireTokenSilently(parameters));
    AccessToken token = call.token();
    kept = before.with(app.tokenCache().serialize());
    return token;
  }

  private AccessToken remember(
      MsalCall call, AbstractClientApplicationBase app, @Nullable String nonce) {
    AccessToken token = call.token();
    SignedInAccount account = person.read(call.idToken(), nonce);
    kept = PersistedMicrosoftGrant.of(account, app.tokenCache().serialize());
    return token;
  }

  private AbstractClientApplicationBase application(MsalCall call) {
    return credential == null ? calls.publicProgram(call) : calls.program(call, credential);
  }

  private Set<String> scopes(TokenRequest request) {
    return request.scopes().isEmpty() ? settings.personScopes() : request.scopes();
  }

  @Override
  public Optional<SignedInAccount> account() {
    return Optional.ofNullable(kept).map(PersistedMicrosoftGrant::account);
  }

  @Override
  public Optional<byte[]> state() {
    return Optional.ofNullable(kept).map(PersistedMicrosoftGrant::toBytes);
  }

  @Override
  public void restore(byte[] state) {
    kept = PersistedMicrosoftGrant.fromBytes(state);
  }

  /** Microsoft has no way to take one program's refresh token back. */
  @Override
  public void forget(Duration timeLeft) {
    kept = null;
  }

  /** Shows nothing of whose it is. */
  @Override
  public String toString() {
    return "MicrosoftGrant[" + settings + "]";
  }
}
