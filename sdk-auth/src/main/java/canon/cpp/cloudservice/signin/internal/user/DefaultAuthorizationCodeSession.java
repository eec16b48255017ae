package canon.cpp.cloudservice.signin.internal.user;

import static canon.cpp.cloudservice.internal.values.Checks.positive;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.crypto.SecretKey;

/** One sign-in in a browser that comes back to the host. */
final class DefaultAuthorizationCodeSession implements AuthorizationCodeSession {
  static final Duration LIFE = Duration.ofMinutes(5);

  private final UserGrant grant;
  private final AuthorizationRequest request;
  private final SignInClock time;
  private final long start;
  private final Duration life;
  private final String registration;
  private final CompletedSessions used;

  DefaultAuthorizationCodeSession(
      UserGrant grant,
      AuthorizationRequest request,
      Duration life,
      SignInClock time,
      String registration,
      CompletedSessions used) {
    this.grant = grant;
    this.request = request;
    this.life = life;
    this.time = time;
    this.registration = registration;
    this.used = used;
    this.start = time.timer().nanoTime();
  }

  @Override
  public URI url() {
    return grant.authorizeUrl(request);
  }

  @Override
  public AccountTokenProvider complete(Map<String, String> callback, Duration timeout) {
    positive("timeout", timeout);
    if (!used.use(request.state(), time.timer().nanoTime())) {
      throw failure(AuthenticationErrorKind.CODE_EXPIRED)
          .summary("this sign-in was completed, or failed, before")
          .remedy("Begin a new one.")
          .build();
    }
    try {
      return signedIn(redeem(callback, timeout), timeout);
    } catch (RuntimeException e) {
      time.close();
      throw e;
    }
  }

  private AccessToken redeem(Map<String, String> callback, Duration timeout) {
    if (timeLeft().isNegative() || timeLeft().isZero()) {
      throw failure(AuthenticationErrorKind.CODE_EXPIRED)
          .summary("the browser came back too late")
          .remedy("Begin a new sign-in.")
          .build();
    }
    if (!AuthorizationResponse.belongsTo(request, callback)) {
      throw failure(AuthenticationErrorKind.DENIED)
          .summary("the callback does not belong to this sign-in")
          .remedy(
              "Begin a new one; if it happens again, check how the host binds browsers to"
                  + " sign-ins.")
          .build();
    }
    return grant.redeem(request, AuthorizationResponse.code(callback, time.provider()), timeout);
  }

  private AccountTokenProvider signedIn(AccessToken token, Duration timeout) {
    UserTokenProvider provider = new UserTokenProvider(grant, null, null, time);
    try {
      provider.begin(token, timeout);
    } catch (RuntimeException e) {
      provider.close();
      throw e;
    }
    return provider;
  }

  @Override
  public String seal(SecretKey key) {
    return new SealedSession(request, timeLeft())
        .seal(key, time.provider(), registration, time.clock());
  }

  private Duration timeLeft() {
    return life.minusNanos(time.timer().nanoTime() - start);
  }

  private AuthenticationExceptionBuilder failure(AuthenticationErrorKind kind) {
    return AuthenticationException.builder(kind).provider(time.provider());
  }

  /** Shows where the browser comes back to. */
  @Override
  public String toString() {
    return "AuthorizationCodeSession[" + request.redirectUri() + "]";
  }
}
