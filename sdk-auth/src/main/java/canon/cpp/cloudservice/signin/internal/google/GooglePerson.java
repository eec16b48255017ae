package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.internal.http.IdentityAnswer;
import canon.cpp.cloudservice.signin.internal.person.CodeRequest;
import canon.cpp.cloudservice.signin.internal.person.PersonGrant;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one person has granted at Google, asked for without a library. */
final class GooglePerson implements PersonGrant {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.signin");

  private final GoogleClientApp app;
  private final DeviceSignIn device;
  private volatile @Nullable SignedInAccount account;
  private @Nullable String refreshToken;

  GooglePerson(GoogleClientApp app, DeviceSignIn device) {
    this.app = app;
    this.device = device;
  }

  @Override
  public URI authorizeUrl(CodeRequest request) {
    return AuthorizeUrl.of(app, request, refreshToken == null);
  }

  @Override
  public AccessToken redeem(CodeRequest request, String code, Duration timeLeft) {
    Map<String, String> form = app.form("authorization_code");
    form.put("code", code);
    form.put("redirect_uri", request.redirectUri().toString());
    form.put("code_verifier", request.codeVerifier());
    IdentityAnswer answer = app.http().post(app.addresses().token(), form, timeLeft);
    if (!answer.isSuccess()) {
      throw app.refusals().ofCode(answer);
    }
    GoogleIdToken token = idToken(answer);
    token.checkNonce(request.nonce());
    return signedIn(answer, token);
  }

  @Override
  public AccessToken signInOnDevice(DeviceCodeHandler handler, TokenRequest request) {
    IdentityAnswer answer = device.signIn(handler, request.timeLeft());
    return signedIn(answer, idToken(answer));
  }

  @Override
  public AccessToken renew(TokenRequest request) {
    String held = refreshToken;
    if (held == null) {
      throw app.http()
          .failure(SignInKind.SIGN_IN_REQUIRED)
          .reason(account == null ? SignInReason.FIRST_SIGN_IN : SignInReason.SIGN_IN_ENDED)
          .build();
    }
    Map<String, String> form = app.form("refresh_token");
    form.put("refresh_token", held);
    IdentityAnswer answer = app.http().post(app.addresses().token(), form, request.timeLeft());
    if (!answer.isSuccess()) {
      SignInException refusal = app.refusals().ofRefreshToken(answer);
      if (refusal.kind() == SignInKind.SIGN_IN_REQUIRED) {
        refreshToken = null;
      }
      throw refusal;
    }
    GoogleIdToken token = idToken(answer);
    SignedInAccount known = account;
    if (known != null && !known.id().equals(token.account().id())) {
      throw app.http()
          .failure(SignInKind.OTHER)
          .summary("a token of another account came than the one that signed in")
          .remedy("Sign in again.")
          .build();
    }
    return signedIn(answer, token);
  }

  private GoogleIdToken idToken(IdentityAnswer answer) {
    GoogleIdToken token = GoogleIdToken.read(answer.text("id_token").orElse(""), app.http());
    token.checkIssuer(app.addresses().issuers());
    token.checkAudience(app.clientId());
    return token;
  }

  /** Google gives a refresh token only now and then, and none that replaces another. */
  private AccessToken signedIn(IdentityAnswer answer, GoogleIdToken token) {
    SignedInAccount now = token.account();
    AccessToken dated = token.datedBy(app.clock());
    SignedInAccount before = account;
    boolean same = before != null && before.id().equals(now.id());
    refreshToken = answer.text("refresh_token").orElse(same ? refreshToken : null);
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
        : Optional.of(new KeptGrant(app.clientId(), held, known).write());
  }

  @Override
  public void restore(byte[] state) {
    KeptGrant kept = KeptGrant.read(state, app.clientId());
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
      IdentityAnswer answer = app.http().post(app.addresses().revoke(), form, timeLeft);
      if (!answer.isSuccess()) {
        LOG.debug("Google did not take back a sign-in: {}", answer);
      }
    } catch (SignInException e) {
      LOG.debug("Google could not be asked to take back a sign-in: {}", e.getMessage());
    }
  }

  /** Shows nothing of whose it is. */
  @Override
  public String toString() {
    return "GooglePerson";
  }
}
