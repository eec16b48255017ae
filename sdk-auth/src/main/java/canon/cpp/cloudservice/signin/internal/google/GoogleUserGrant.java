package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import canon.cpp.cloudservice.signin.internal.jwt.IdTokenValidator;
import canon.cpp.cloudservice.signin.internal.user.AuthorizationRequest;
import canon.cpp.cloudservice.signin.internal.user.UserGrant;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The grant of one user at Google, without a library. */
final class GoogleUserGrant implements UserGrant {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.signin");

  private final GoogleClientApp app;
  private final GoogleDeviceFlow device;
  private final IdTokenValidator validator;
  private volatile @Nullable SignedInAccount account;
  private @Nullable String refreshToken;

  GoogleUserGrant(GoogleClientApp app, GoogleDeviceFlow device) {
    this.app = app;
    this.device = device;
    this.validator =
        new IdTokenValidator(
            app.http(),
            app.clientId(),
            token -> token.issuer().filter(app.addresses().issuers()::contains).isPresent(),
            app.clock());
  }

  @Override
  public URI authorizeUrl(AuthorizationRequest request) {
    return GoogleAuthorizationUrl.of(app, request, refreshToken == null);
  }

  @Override
  public AccessToken redeem(AuthorizationRequest request, String code, Duration timeLeft) {
    Map<String, String> form = app.form("authorization_code");
    form.put("code", code);
    form.put("redirect_uri", request.redirectUri().toString());
    form.put("code_verifier", request.codeVerifier());
    IdentityResponse response = app.http().post(app.addresses().token(), form, timeLeft);
    if (!response.isSuccess()) {
      throw app.rejections().ofCode(response);
    }
    return signedIn(response, idToken(response, request.nonce()));
  }

  @Override
  public AccessToken signInOnDevice(DeviceCodeHandler handler, TokenRequest request) {
    IdentityResponse response = device.signIn(handler, request.timeLeft());
    return signedIn(response, idToken(response, null));
  }

  @Override
  public AccessToken renew(TokenRequest request) {
    String held = refreshToken;
    if (held == null) {
      throw app.http()
          .failure(AuthenticationErrorKind.SIGN_IN_REQUIRED)
          .reason(account == null ? SignInReason.FIRST_SIGN_IN : SignInReason.SIGN_IN_ENDED)
          .build();
    }
    Map<String, String> form = app.form("refresh_token");
    form.put("refresh_token", held);
    IdentityResponse response = app.http().post(app.addresses().token(), form, request.timeLeft());
    if (!response.isSuccess()) {
      AuthenticationException rejection = app.rejections().ofRefreshToken(response);
      if (rejection.kind() == AuthenticationErrorKind.SIGN_IN_REQUIRED) {
        refreshToken = null;
      }
      throw rejection;
    }
    GoogleIdToken token = idToken(response, null);
    SignedInAccount known = account;
    if (known != null && !known.id().equals(token.account().id())) {
      throw app.http()
          .failure(AuthenticationErrorKind.OTHER)
          .summary("the token belongs to another account than the one that signed in")
          .remedy("Sign in again.")
          .build();
    }
    return signedIn(response, token);
  }

  private GoogleIdToken idToken(IdentityResponse response, @Nullable String nonce) {
    return GoogleIdToken.ofUser(response, nonce, validator, app.http());
  }

  /** Google issues a refresh token only sometimes, and never one that replaces another. */
  private AccessToken signedIn(IdentityResponse response, GoogleIdToken token) {
    SignedInAccount now = token.account();
    AccessToken dated = token.datedBy(app.clock());
    SignedInAccount before = account;
    boolean same = before != null && before.id().equals(now.id());
    refreshToken = response.text("refresh_token").orElse(same ? refreshToken : null);
    account = now;
    return dated;
  }

  @Override
  public Optional<SignedInAccount> account() {
    return Optional.ofNullable(account);
  }

  @Override
  public Optional<byte[]> state() {
    SignedInAccount known = account;
    String held = refreshToken;
    return known == null || held == null
        ? Optional.empty()
        : Optional.of(new PersistedGoogleGrant(app.clientId(), held, known).write());
  }

  @Override
  public void restore(byte[] state) {
    PersistedGoogleGrant kept = PersistedGoogleGrant.read(state, app.clientId());
    refreshToken = kept.refreshToken();
    account = kept.account();
  }

  @Override
  public void forget(Duration timeLeft) {
    String held = refreshToken;
    refreshToken = null;
    account = null;
    if (held == null) {
      return;
    }
    try {
      Map<String, String> form = new LinkedHashMap<>();
      form.put("token", held);
      IdentityResponse response = app.http().post(app.addresses().revoke(), form, timeLeft);
      if (!response.isSuccess()) {
        LOG.debug("Google did not revoke a sign-in: {}", response);
      }
    } catch (AuthenticationException e) {
      LOG.debug("Google could not be asked to revoke a sign-in: {}", e.getMessage());
    }
  }

  /** Shows nothing about the account. */
  @Override
  public String toString() {
    return "GooglePerson";
  }
}
