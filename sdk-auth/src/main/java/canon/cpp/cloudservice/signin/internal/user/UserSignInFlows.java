package canon.cpp.cloudservice.signin.internal.user;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.UserSignIn;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The flows in which users sign in with one application at one identity provider. */
public final class UserSignInFlows {
  private final Registration registration;
  private final Function<Timer, ? extends UserGrant> grants;
  private final Clock clock;
  private final @Nullable Timer timer;
  private final RandomTokens randomTokens;

  /**
   * Creates the flows of an application.
   *
   * @param registration the application
   * @param grants creates the grant of one user, with a timer that is closed with the user's
   *     provider
   * @param clock the wall clock
   * @param timer measures time; null for a timer of its own for each user
   */
  public UserSignInFlows(
      Registration registration,
      Function<Timer, ? extends UserGrant> grants,
      Clock clock,
      @Nullable Timer timer) {
    this(registration, grants, clock, timer, new SecureRandom());
  }

  UserSignInFlows(
      Registration registration,
      Function<Timer, ? extends UserGrant> grants,
      Clock clock,
      @Nullable Timer timer,
      SecureRandom random) {
    this.registration = requireNonNull(registration, "registration");
    this.grants = requireNonNull(grants, "grants");
    this.clock = requireNonNull(clock, "clock");
    this.timer = timer;
    this.randomTokens = new RandomTokens(random);
  }

  String name() {
    return registration.provider();
  }

  /**
   * Creates a sign-in with a browser on this machine.
   *
   * @param loopback the redirect URI, on this machine; without a port, a free one is taken for each
   *     sign-in
   * @param browser opens a page
   */
  public UserSignIn interactive(URI loopback, Consumer<URI> browser) {
    URI checked = RedirectUris.checkLoopback(loopback);
    requireNonNull(browser, "browser");
    return new DefaultUserSignIn(
        this,
        loginHint -> new BrowserPrompt(registration, checked, browser, loginHint, randomTokens),
        null,
        null,
        null);
  }

  /** Creates a sign-in on another device. */
  public UserSignIn deviceCode(DeviceCodeHandler handler) {
    requireNonNull(handler, "handler");
    Prompt prompt = (grant, request, unusedTimer) -> grant.signInOnDevice(handler, request);
    return new DefaultUserSignIn(this, unusedLoginHint -> prompt, null, null, null);
  }

  /** Begins a sign-in with a browser that is redirected back to a web host. */
  public AuthorizationCodeSession begin(AuthorizationCodeOptions options) {
    AuthorizationRequest request =
        randomTokens.request(
            options.redirectUri(),
            options.formPost(),
            options.loginHint().orElse(null),
            options.claims().orElse(null));
    return session(request, DefaultAuthorizationCodeSession.LIFETIME);
  }

  /**
   * Opens a session that was sealed, possibly on another node.
   *
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if it has expired, was modified,
   *     was sealed with another key or belongs to another registration
   */
  public AuthorizationCodeSession resume(String sealed, SealingKey key) {
    SealedSession session = SealedSession.open(sealed, key, registration, clock);
    return session(session.request(), session.timeLeft());
  }

  /** Returns a provider of a stored sign-in, which never asks the user. */
  public AccountTokenProvider stored(TokenStore store, String storeName) {
    SignInClock time = SignInClock.of(name(), clock, timer);
    return new UserTokenProvider(
        grants.apply(time.timer()), null, PersistedSignIn.of(store, storeName, name()), time);
  }

  private DefaultAuthorizationCodeSession session(AuthorizationRequest request, Duration timeLeft) {
    SignInClock time = SignInClock.of(name(), clock, timer);
    return new DefaultAuthorizationCodeSession(
        grants.apply(time.timer()), request, timeLeft, time, registration, null);
  }

  AccountTokenProvider provider(
      Prompt prompt, @Nullable TokenStore store, @Nullable String storeName) {
    SignInClock time = SignInClock.of(name(), clock, timer);
    PersistedSignIn kept =
        store == null || storeName == null ? null : new PersistedSignIn(store, storeName, name());
    return new UserTokenProvider(grants.apply(time.timer()), prompt, kept, time);
  }
}
