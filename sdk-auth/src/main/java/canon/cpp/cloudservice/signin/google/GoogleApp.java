package canon.cpp.cloudservice.signin.google;

import static canon.cpp.cloudservice.internal.values.Checks.opaque;
import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.Secret;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.UserSignIn;
import canon.cpp.cloudservice.signin.internal.google.GoogleAddresses;
import canon.cpp.cloudservice.signin.internal.google.GoogleUserSignInFlows;
import canon.cpp.cloudservice.signin.internal.user.UserSignInFlows;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth client at Google to which users sign in with their Google accounts. It needs no library
 * of Google.
 *
 * <pre>{@code
 * GoogleApp app = GoogleApp.of(network, clientId, Secret.of(clientSecret));
 * AccountTokenProvider admin =
 *     app.deviceCode(code -> System.out.println(code.message())).build();
 * admin.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
 * client.withTokenProvider(admin).session().signIn().execute();
 * }</pre>
 *
 * <p>The service receives the ID token, whose audience is the client id. {@link
 * canon.cpp.cloudservice.auth.AccountTokenProvider#forget()} also revokes at Google what the user
 * granted to this client, wherever else the user uses it.
 *
 * <p>Immutable; one instance serves all users.
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
  private final UserSignInFlows flows;

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
    this.flows = GoogleUserSignInFlows.of(network, clientId, clientSecret, addresses, clock, timer);
  }

  /**
   * Returns a client.
   *
   * @param network the transport to Google; the caller closes it
   * @param clientId the client id from Google, which ends in {@code .apps.googleusercontent.com}
   * @param clientSecret the client secret from Google
   * @return the client
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
   * Returns a sign-in with a browser on this machine. The browser is redirected to a port that is
   * open only during the sign-in, so the client has to be registered as a desktop app.
   *
   * @param browser opens an address
   * @return a sign-in, to be configured and built
   */
  @Override
  public UserSignIn interactive(Consumer<URI> browser) {
    return flows.interactive(LOOPBACK, requireNonNull(browser, "browser"));
  }

  /**
   * Returns a sign-in with a device code, for programs without a browser. The client has to be
   * registered for limited-input devices.
   *
   * @param handler shows the code
   * @return a sign-in, to be configured and built
   */
  @Override
  public UserSignIn deviceCode(DeviceCodeHandler handler) {
    return flows.deviceCode(handler);
  }

  /**
   * Begins a sign-in with a browser that is redirected to a web host.
   *
   * @param options the options; claims are ignored, because Google does not support them
   * @return the session
   */
  @Override
  public AuthorizationCodeSession begin(AuthorizationCodeOptions options) {
    return flows.begin(options);
  }

  /**
   * Opens a session that was {@link AuthorizationCodeSession#seal sealed}, possibly on another
   * node.
   *
   * @param sealed the session
   * @param key the key with which it was sealed
   * @return the session
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if it has expired, was not sealed
   *     with this key, belongs to another client or address, or was modified
   */
  @Override
  public AuthorizationCodeSession resume(String sealed, SealingKey key) {
    return flows.resume(sealed, key);
  }

  @Override
  public AccountTokenProvider stored(TokenStore store, String name) {
    return flows.stored(store, name);
  }

  /**
   * Sends all requests for Google to another address, such as that of a {@code FakeGoogle}; for
   * tests.
   *
   * @param address the address with Google's paths; https, or a loopback address
   * @return a client that uses this address
   * @throws IllegalArgumentException if the address is not of this form
   */
  public GoogleApp at(URI address) {
    return new GoogleApp(
        network, clientId, clientSecret, GoogleAddresses.at(address), clock, timer);
  }

  /**
   * Sets the wall clock for the times of tokens. The default is the clock of the machine.
   *
   * @param clock the clock
   * @return a client with this clock
   */
  public GoogleApp clock(Clock clock) {
    return new GoogleApp(
        network, clientId, clientSecret, addresses, requireNonNull(clock, "clock"), timer);
  }

  /**
   * Sets the source of time and delays. The default is the time of the machine.
   *
   * @param timer the timer; not closed
   * @return a client with this timer
   */
  public GoogleApp timer(Timer timer) {
    return new GoogleApp(
        network, clientId, clientSecret, addresses, clock, requireNonNull(timer, "timer"));
  }

  /** Returns the client id. */
  @Override
  public String toString() {
    return "GoogleApp[" + clientId + "]";
  }
}
