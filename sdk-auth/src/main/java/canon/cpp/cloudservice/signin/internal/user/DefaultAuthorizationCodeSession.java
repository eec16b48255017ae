package canon.cpp.cloudservice.signin.internal.user;

import static canon.cpp.cloudservice.internal.values.Checks.positive;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One sign-in in a browser that is redirected back to the host. */
final class DefaultAuthorizationCodeSession implements AuthorizationCodeSession {
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private final UserGrant grant;
  private final AuthorizationRequest request;
  private final SignInClock time;
  private final long start;
  private final Duration lifetime;
  private final Registration registration;
  private final @Nullable PersistedSignIn persisted;

  DefaultAuthorizationCodeSession(
      UserGrant grant,
      AuthorizationRequest request,
      Duration lifetime,
      SignInClock time,
      Registration registration,
      @Nullable PersistedSignIn persisted) {
    this(grant, request, lifetime, time, registration, persisted, time.timer().nanoTime());
  }

  private DefaultAuthorizationCodeSession(
      UserGrant grant,
      AuthorizationRequest request,
      Duration lifetime,
      SignInClock time,
      Registration registration,
      @Nullable PersistedSignIn persisted,
      long start) {
    this.grant = grant;
    this.request = request;
    this.lifetime = lifetime;
    this.time = time;
    this.registration = registration;
    this.persisted = persisted;
    this.start = start;
  }

  @Override
  public URI url() {
    return grant.authorizeUrl(request);
  }

  @Override
  public AuthorizationCodeSession store(TokenStore store, String name) {
    return new DefaultAuthorizationCodeSession(
        grant,
        request,
        lifetime,
        time,
        registration,
        PersistedSignIn.of(store, name, registration.provider()),
        start);
  }

  @Override
  public AccountTokenProvider complete(Map<String, String> callback, Duration timeout) {
    positive("timeout", timeout);
    if (!CompletedSessions.add(request.state(), time.timer())) {
      throw failure(AuthenticationErrorKind.CODE_EXPIRED)
          .summary("this sign-in was already completed, or has failed")
          .remedy("Begin a new sign-in.")
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
          .summary("the authorization response was received too late")
          .remedy("Begin a new sign-in.")
          .build();
    }
    if (!AuthorizationResponse.belongsTo(request, callback)) {
      throw failure(AuthenticationErrorKind.DENIED)
          .summary("the authorization response does not belong to this sign-in")
          .remedy(
              "Begin a new sign-in; if it happens again, check how the host binds a browser to"
                  + " its session.")
          .build();
    }
    return grant.redeem(request, AuthorizationResponse.code(callback, registration), timeout);
  }

  private AccountTokenProvider signedIn(AccessToken token, Duration timeout) {
    UserTokenProvider provider = new UserTokenProvider(grant, null, persisted, time);
    try {
      provider.begin(token, timeout);
    } catch (RuntimeException e) {
      provider.close();
      throw e;
    }
    return provider;
  }

  @Override
  public String seal(SealingKey key) {
    return new SealedSession(request, timeLeft()).seal(key, registration, time.clock());
  }

  private Duration timeLeft() {
    return lifetime.minusNanos(time.timer().nanoTime() - start);
  }

  private AuthenticationExceptionBuilder failure(AuthenticationErrorKind kind) {
    return AuthenticationException.builder(kind).provider(time.provider());
  }

  /** Shows the redirect URI. */
  @Override
  public String toString() {
    return "AuthorizationCodeSession[" + request.redirectUri() + "]";
  }
}
