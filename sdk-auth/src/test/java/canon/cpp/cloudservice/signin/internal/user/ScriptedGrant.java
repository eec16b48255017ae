package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.SignedInAccount;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.session.IdentityProvider;
import canon.cpp.cloudservice.signin.DeviceCode;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.testing.FakeClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A grant that a test controls. It stores a refresh token, {@code refresh-1} at first. */
final class ScriptedGrant implements UserGrant {
  static final URI PAGE = URI.create("https://login.example/authorize");

  /** The stored state of another user. */
  static final String OF_ANOTHER = "refresh-of-another";

  static final Duration LIFE = Duration.ofHours(1);

  /** The issuer that authorization responses may name. */
  static final String ISSUER = "https://login.example/v2.0";

  final List<String> log = new CopyOnWriteArrayList<>();
  final List<TokenRequest> renewals = new CopyOnWriteArrayList<>();
  final List<AuthorizationRequest> codeRequests = new ArrayList<>();
  Consumer<String> before = step -> {};
  Consumer<String> beforeForgetting = refreshToken -> {};
  boolean rotates;

  /** The user who signs in next. */
  String person = "oid-1";

  private final FakeClock clock;
  private volatile String refreshToken;
  private volatile String signedIn = person;
  private int tokens;
  private int refreshTokens;

  static Registration registration(String provider, String description) {
    return new Registration(provider, description, ISSUER::equals);
  }

  ScriptedGrant(FakeClock clock) {
    this.clock = clock;
  }

  @Override
  public URI authorizeUrl(AuthorizationRequest request) {
    codeRequests.add(request);
    return URI.create(PAGE + "?state=" + request.state());
  }

  @Override
  public AccessToken redeem(AuthorizationRequest request, String code, Duration timeLeft) {
    step("redeem " + code);
    return signedIn();
  }

  @Override
  public AccessToken signInOnDevice(DeviceCodeHandler handler, TokenRequest request) {
    step("device");
    handler.show(
        new DeviceCode("ABCD", URI.create("https://login.example/device"), clock.instant()));
    return signedIn();
  }

  @Override
  public AccessToken renew(TokenRequest request) {
    step("renew " + refreshToken);
    renewals.add(request);
    if (refreshToken == null) {
      throw AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
          .reason(SignInReason.FIRST_SIGN_IN)
          .build();
    }
    return rotates ? signedIn() : token();
  }

  private AccessToken signedIn() {
    signedIn = person;
    refreshToken = "refresh-" + ++refreshTokens;
    return token();
  }

  private AccessToken token() {
    return AccessToken.of("token-" + ++tokens).expiringAt(clock.instant().plus(LIFE));
  }

  private void step(String step) {
    log.add(step);
    before.accept(step);
  }

  @Override
  public Optional<SignedInAccount> account() {
    return Optional.ofNullable(refreshToken)
        .map(token -> new SignedInAccount(IdentityProvider.MICROSOFT, signedIn, "tid-1", null));
  }

  @Override
  public Optional<byte[]> state() {
    return Optional.ofNullable(refreshToken).map(token -> token.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void restore(byte[] state) {
    String text = new String(state, StandardCharsets.UTF_8);
    if (!text.startsWith("refresh-")) {
      throw new IllegalArgumentException("no state of this grant");
    }
    refreshToken = text;
    signedIn = text.equals(OF_ANOTHER) ? "oid-2" : "oid-1";
  }

  @Override
  public void forget(Duration timeLeft) {
    beforeForgetting.accept(refreshToken);
    refreshToken = null;
    step("forget");
  }
}
