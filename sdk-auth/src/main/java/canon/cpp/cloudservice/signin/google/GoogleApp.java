package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.internal.values.Checks.opaque;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.UserSignIn;
import canon.cpp.cloudservice.signin.internal.google.GoogleAddresses;
import canon.cpp.cloudservice.signin.internal.google.GoogleUserSignInFlows;
import canon.cpp.cloudservice.signin.internal.user.UserSignInFlows;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * A program that is registered at Google, so that people sign in to it with their Google accounts.
 * It needs no library of Google's.
 *
 * <pre>{@code
 * GoogleApp app = GoogleApp.of(network, clientId, Secret.of(clientSecret));
 * AccountTokenProvider admin =
 *     app.deviceCode(code -> System.out.println(code.message())).build();
 * admin.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
 * client.withTokenProvider(admin).session().signIn().execute();
 * }</pre>
 *
 * <p>The service gets the ID token, whose audience is the client id. {@link
 * canon.cpp.cloudservice.auth.AccountTokenProvider#forget()} also takes back at Google what the
 * person granted to the program, wherever else the person uses it.
 *
 * <p>Immutable; one for all people.
 */
@CheckReturnValue
public final class GoogleApp implements SignInApp {
  private static final URI LOOPBACK = URI.create("http://127.0.0.1");

  private final HttpTransport network;
  private final String clientId;
  private final Secret clientSecret;
  private final GoogleAddresses addresses;
  private final Clock clock;
  private final @Nullable Timer timer;
  private final UserSignInFlows people;

  private GoogleApp(
      HttpTransport network,
      String clientId,
      Secret clientSecret,
      GoogleAddresses addresses,
      Clock clock,
      @Nullable Timer timer) {
    this.network = network;
    this.clientId = clientId;
    this.clientSecret = clientSecret;
    this.addresses = addresses;
    this.clock = clock;
    this.timer = timer;
    this.people =
        GoogleUserSignInFlows.of(network, clientId, clientSecret, addresses, clock, timer);
  }

  /**
   * Describes a program.
   *
   * @param network the transport to Google; stays its maker's to close
   * @param clientId as Google gave it, ending in {@code .apps.googleusercontent.com}
   * @param clientSecret as Google gave it
   * @return the program
   * @throws IllegalArgumentException if the client id is blank
   */
  public static GoogleApp of(HttpTransport network, String clientId, Secret clientSecret) {
    return new GoogleApp(
        requireNonNull(network, "network"),
        opaque("clientId", clientId),
        requireNonNull(clientSecret, "clientSecret"),
        GoogleAddresses.GOOGLE,
        Clock.systemUTC(),
        null);
  }

  /**
   * Signing in with a browser on this machine. It comes back to a port of this machine that is open
   * only meanwhile, so the client has to be registered as a desktop app.
   *
   * @param browser opens an address
   * @return a sign-in to be built
   */
  @Override
  public UserSignIn interactive(Consumer<URI> browser) {
    return people.interactive(LOOPBACK, requireNonNull(browser, "browser"));
  }

  /**
   * Signing in on another device, such as a phone, for programs without a browser. The client has
   * to be registered for limited-input devices.
   *
   * @param handler shows the code
   * @return a sign-in to be built
   */
  @Override
  public UserSignIn deviceCode(DeviceCodeHandler handler) {
    return people.deviceCode(handler);
  }

  /**
   * Begins a sign-in in a browser that comes back to a web host.
   *
   * @param options how; claims are passed over, because Google knows none
   * @return the session
   */
  @Override
  public AuthorizationCodeSession begin(AuthorizationCodeOptions options) {
    return people.begin(options);
  }

  /**
   * Takes up a session that was {@link AuthorizationCodeSession#seal sealed}, maybe on another
   * node.
   *
   * @param sealed the session
   * @param key the key with which it was sealed
   * @return the session
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if it is over, was not sealed
   *     with this key, belongs to another client id or address, or was changed
   */
  @Override
  public AuthorizationCodeSession resume(String sealed, SecretKey key) {
    return people.resume(sealed, key);
  }

  /**
   * Looks for all of Google at another address, such as that of a {@code FakeGoogle}; for tests.
   *
   * @param address where Google's paths are; https, or this machine
   * @return a program that signs people in there
   * @throws IllegalArgumentException if it is no such address
   */
  public GoogleApp at(URI address) {
    return new GoogleApp(
        network, clientId, clientSecret, GoogleAddresses.at(address), clock, timer);
  }

  /**
   * Sets the wall clock, by which tokens are dated; the machine's if not set.
   *
   * @param clock the clock
   * @return a program with that clock
   */
  public GoogleApp clock(Clock clock) {
    return new GoogleApp(
        network, clientId, clientSecret, addresses, requireNonNull(clock, "clock"), timer);
  }

  /**
   * Sets what measures and waits; the machine's time if not set.
   *
   * @param timer the timer; not closed
   * @return a program with that timer
   */
  public GoogleApp timer(Timer timer) {
    return new GoogleApp(
        network, clientId, clientSecret, addresses, clock, requireNonNull(timer, "timer"));
  }

  /** Shows the client id. */
  @Override
  public String toString() {
    return "GoogleApp[" + clientId + "]";
  }
}
