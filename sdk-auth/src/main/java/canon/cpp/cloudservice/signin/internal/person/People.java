package canon.cpp.cloudservice.signin.internal.person;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.PersonSignIn;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.internal.account.SignInTime;
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
public final class People {
  private final String name;
  private final String registration;
  private final Function<Timer, ? extends PersonGrant> grants;
  private final Clock clock;
  private final @Nullable Timer timer;
  private final SecretTexts secrets;
  private final UsedStates used = new UsedStates(CodeSession.LIFE);

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
  public People(
      String name,
      String registration,
      Function<Timer, ? extends PersonGrant> grants,
      Clock clock,
      @Nullable Timer timer) {
    this(name, registration, grants, clock, timer, new SecureRandom());
  }

  People(
      String name,
      String registration,
      Function<Timer, ? extends PersonGrant> grants,
      Clock clock,
      @Nullable Timer timer,
      SecureRandom random) {
    this.name = requireNonNull(name, "name");
    this.registration = requireNonNull(registration, "registration");
    this.grants = requireNonNull(grants, "grants");
    this.clock = requireNonNull(clock, "clock");
    this.timer = timer;
    this.secrets = new SecretTexts(random);
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
  public PersonSignIn interactive(URI loopback, Consumer<URI> browser) {
    URI checked = RedirectUris.checkLoopback(loopback);
    requireNonNull(browser, "browser");
    return new SignInDraft(
        this,
        address -> new BrowserPrompt(name, checked, browser, address, secrets),
        null,
        null,
        null);
  }

  /** Signing in on another device. */
  public PersonSignIn deviceCode(DeviceCodeHandler handler) {
    requireNonNull(handler, "handler");
    Prompt prompt = (grant, request, unusedTimer) -> grant.signInOnDevice(handler, request);
    return new SignInDraft(this, unusedAddress -> prompt, null, null, null);
  }

  /** Signing in with a browser that comes back to a web host. */
  public AuthorizationCodeSession begin(AuthorizationCodeOptions options) {
    CodeRequest request =
        secrets.request(
            options.redirectUri(),
            options.formPost(),
            options.loginHint().orElse(null),
            options.claims().orElse(null));
    return session(request, CodeSession.LIFE);
  }

  /**
   * Takes up a session that was sealed, maybe on another node.
   *
   * @throws canon.cpp.cloudservice.errors.SignInException if it is over, was not sealed with this
   *     key, belongs to another registration, or was changed
   */
  public AuthorizationCodeSession resume(String sealed, SecretKey key) {
    SealedSession session = SealedSession.open(sealed, key, name, registration, clock);
    return session(session.request(), session.timeLeft());
  }

  private CodeSession session(CodeRequest request, Duration timeLeft) {
    SignInTime time = SignInTime.of(name, clock, timer);
    return new CodeSession(grants.apply(time.timer()), request, timeLeft, time, registration, used);
  }

  AccountTokenProvider provider(
      Prompt prompt, @Nullable TokenStore store, @Nullable String storeName) {
    SignInTime time = SignInTime.of(name, clock, timer);
    KeptSignIn kept =
        store == null || storeName == null ? null : new KeptSignIn(store, storeName, name);
    return new PersonProvider(grants.apply(time.timer()), prompt, kept, time);
  }
}
