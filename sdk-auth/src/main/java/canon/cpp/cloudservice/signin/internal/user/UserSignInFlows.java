package canon.cpp.cloudservice.signin.internal.user;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
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
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** All the ways in which people sign in with one app at one identity provider. */
public final class UserSignInFlows {
  private final String name;
  private final String registration;
  private final Function<Timer, ? extends UserGrant> grants;
  private final Clock clock;
  private final @Nullable Timer timer;
  private final RandomTokens secrets;
  private final CompletedSessions used =
      new CompletedSessions(DefaultAuthorizationCodeSession.LIFE);

  /**
   * Creates them.
   *
   * @param name the identity provider's, for people, in messages
   * @param registration which app it is, and where; a sealed session is taken up by the same only
   * @param grants makes a grant for one person, given the time by which it waits; that time ends
   *     with the person's provider
   * @param clock the wall clock
   * @param timer measures and waits; null for the machine's time, on a thread for each person
   */
  public UserSignInFlows(
      String name,
      String registration,
      Function<Timer, ? extends UserGrant> grants,
      Clock clock,
      @Nullable Timer timer) {
    this(name, registration, grants, clock, timer, new SecureRandom());
  }

  UserSignInFlows(
      String name,
      String registration,
      Function<Timer, ? extends UserGrant> grants,
      Clock clock,
      @Nullable Timer timer,
      SecureRandom random) {
    this.name = requireNonNull(name, "name");
    this.registration = requireNonNull(registration, "registration");
    this.grants = requireNonNull(grants, "grants");
    this.clock = requireNonNull(clock, "clock");
    this.timer = timer;
    this.secrets = new RandomTokens(random);
  }

  String name() {
    return name;
  }

  /**
   * Signing in with a browser on this machine.
   *
   * @param loopback where the browser comes back to, on this machine; without a port, a free one is
   *     taken for each sign-in
   * @param browser opens an address
   */
  public UserSignIn interactive(URI loopback, Consumer<URI> browser) {
    URI checked = RedirectUris.checkLoopback(loopback);
    requireNonNull(browser, "browser");
    return new DefaultUserSignIn(
        this,
        address -> new BrowserPrompt(name, checked, browser, address, secrets),
        null,
        null,
        null);
  }

  /** Signing in on another device. */
  public UserSignIn deviceCode(DeviceCodeHandler handler) {
    requireNonNull(handler, "handler");
    Prompt prompt = (grant, request, unusedTimer) -> grant.signInOnDevice(handler, request);
    return new DefaultUserSignIn(this, unusedAddress -> prompt, null, null, null);
  }

  /** Signing in with a browser that comes back to a web host. */
  public AuthorizationCodeSession begin(AuthorizationCodeOptions options) {
    AuthorizationRequest request =
        secrets.request(
            options.redirectUri(),
            options.formPost(),
            options.loginHint().orElse(null),
            options.claims().orElse(null));
    return session(request, DefaultAuthorizationCodeSession.LIFE);
  }

  /**
   * Takes up a session that was sealed, maybe on another node.
   *
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if it is over, was not sealed
   *     with this key, belongs to another registration, or was changed
   */
  public AuthorizationCodeSession resume(String sealed, SecretKey key) {
    SealedSession session = SealedSession.open(sealed, key, name, registration, clock);
    return session(session.request(), session.timeLeft());
  }

  private DefaultAuthorizationCodeSession session(AuthorizationRequest request, Duration timeLeft) {
    SignInClock time = SignInClock.of(name, clock, timer);
    return new DefaultAuthorizationCodeSession(
        grants.apply(time.timer()), request, timeLeft, time, registration, used);
  }

  AccountTokenProvider provider(
      Prompt prompt, @Nullable TokenStore store, @Nullable String storeName) {
    SignInClock time = SignInClock.of(name, clock, timer);
    PersistedSignIn kept =
        store == null || storeName == null ? null : new PersistedSignIn(store, storeName, name);
    return new UserTokenProvider(grants.apply(time.timer()), prompt, kept, time);
  }
}
