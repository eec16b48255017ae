package canon.cpp.cloudservice.signin.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.AuthorizationCodeOptions;
import canon.cpp.cloudservice.signin.AuthorizationCodeSession;
import canon.cpp.cloudservice.signin.DeviceCodeHandler;
import canon.cpp.cloudservice.signin.SealingKey;
import canon.cpp.cloudservice.signin.SignInApp;
import canon.cpp.cloudservice.signin.TokenStore;
import canon.cpp.cloudservice.signin.UserSignIn;
import canon.cpp.cloudservice.signin.internal.microsoft.ClientCredential;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftGrant;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftIssuers;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftSettings;
import canon.cpp.cloudservice.signin.internal.microsoft.MsalLibrary;
import canon.cpp.cloudservice.signin.internal.microsoft.RegistrationNames;
import canon.cpp.cloudservice.signin.internal.user.Registration;
import canon.cpp.cloudservice.signin.internal.user.UserSignInFlows;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A program as it is registered at Microsoft, and the ways in which people sign in with it: those
 * with accounts of any organisation, and those with personal accounts. Immutable; one for all
 * people.
 *
 * <pre>{@code
 * MicrosoftApp app = MicrosoftApp.of(network, clientId, apiId);
 * AccountTokenProvider admin =
 *     app.deviceCode(code -> System.out.println(code.message())).build();
 * admin.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
 * CloudServiceClient me = client.withTokenProvider(admin);
 * }</pre>
 *
 * <p>What a program does in its own name is {@link #inTenant(String)}.
 */
@CheckReturnValue
public final class MicrosoftApp implements SignInApp {
  private static final String NAME = "Microsoft";
  private static final URI LOOPBACK = URI.create("http://localhost");

  private final MicrosoftSettings settings;
  private final @Nullable ClientCredential credential;
  private final UserSignInFlows people;

  private MicrosoftApp(MicrosoftSettings settings, @Nullable ClientCredential credential) {
    this.settings = settings;
    this.credential = credential;
    this.people =
        new UserSignInFlows(
            new Registration(NAME, settings.registration(), MicrosoftIssuers.of(settings)),
            timer -> new MicrosoftGrant(settings, credential, timer),
            settings.clock(),
            settings.timer());
  }

  /**
   * A program in Microsoft's worldwide cloud.
   *
   * @param network the way out, which stays its maker's to close
   * @param clientId the application (client) id of the program's registration
   * @param apiId the application id of the service's API, without {@code api://}
   * @return the program
   * @throws IllegalArgumentException if one of the ids cannot be an id
   * @throws IllegalStateException if msal4j is not there; the message says what to add
   */
  public static MicrosoftApp of(HttpTransport network, String clientId, String apiId) {
    MsalLibrary.require();
    return new MicrosoftApp(
        MicrosoftSettings.of(
            network,
            RegistrationNames.id("clientId", clientId),
            RegistrationNames.id("apiId", apiId)),
        null);
  }

  /**
   * Signs in at another cloud than the worldwide one.
   *
   * @param cloud such as {@code https://login.microsoftonline.us}, without a tenant
   * @return the program there
   * @throws IllegalArgumentException if it is not https and a host
   */
  public MicrosoftApp authority(URI cloud) {
    return new MicrosoftApp(settings.withCloud(RegistrationNames.cloud(cloud)), credential);
  }

  /**
   * Lets people of one organisation sign in only. The service decides about each account anyway.
   *
   * @param tenant a domain or id, or Microsoft's words {@code organizations} (no personal accounts)
   *     and {@code consumers} (no others)
   * @return the program for them
   * @throws IllegalArgumentException if it cannot be a tenant
   */
  public MicrosoftApp tenant(String tenant) {
    return new MicrosoftApp(settings.withTenant(RegistrationNames.tenants(tenant)), credential);
  }

  /**
   * Has the program prove itself when people sign in, as a web host that is registered with a
   * credential must.
   *
   * @param credential the proof
   * @return a program that proves itself; it cannot sign in on another device
   */
  public MicrosoftApp credential(MicrosoftCredential credential) {
    return new MicrosoftApp(settings, credential.content());
  }

  /**
   * Sets the wall clock, for tests; the machine's if not set.
   *
   * @param clock dates tokens and sealed sessions
   * @return the program with the clock
   */
  public MicrosoftApp clock(Clock clock) {
    return new MicrosoftApp(settings.withClock(requireNonNull(clock, "clock")), credential);
  }

  /**
   * Sets what measures and waits, for tests; the machine's time if not set.
   *
   * @param timer the timer; not closed
   * @return the program with the timer
   */
  public MicrosoftApp timer(Timer timer) {
    return new MicrosoftApp(settings.withTimer(requireNonNull(timer, "timer")), credential);
  }

  /**
   * Signs a person in with a browser on this machine. The registration needs {@code
   * http://localhost} among the addresses of mobile and desktop applications.
   *
   * @param browser opens an address
   * @return the sign-in, to be built
   */
  @Override
  public UserSignIn interactive(Consumer<URI> browser) {
    return people.interactive(LOOPBACK, browser);
  }

  /**
   * Signs a person in on another device. The registration has to allow public client flows. Many
   * organisations block this way ({@link
   * canon.cpp.cloudservice.errors.AuthenticationErrorKind#BLOCKED_BY_POLICY}), so offer another.
   *
   * @param handler shows the code
   * @return the sign-in, to be built
   * @throws IllegalStateException if the program has a credential, which Microsoft has no use for
   *     here
   */
  @Override
  public UserSignIn deviceCode(DeviceCodeHandler handler) {
    if (credential != null) {
      throw new IllegalStateException(
          "With a credential nobody signs in on another device. Use an app without one.");
    }
    return people.deviceCode(handler);
  }

  /**
   * Begins a sign-in for a web host, in a browser elsewhere.
   *
   * @param options where the browser comes back to, and more
   * @return the session
   */
  @Override
  public AuthorizationCodeSession begin(AuthorizationCodeOptions options) {
    return people.begin(options);
  }

  /**
   * Takes up a session that was {@linkplain AuthorizationCodeSession#seal sealed}, maybe on another
   * node.
   *
   * @param sealed the sealed session
   * @param key with which it was sealed
   * @return the session
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if it is over, was not sealed
   *     with this key, belongs to another registration, authority or tenant, or was changed
   */
  @Override
  public AuthorizationCodeSession resume(String sealed, SealingKey key) {
    return people.resume(sealed, key);
  }

  @Override
  public AccountTokenProvider stored(TokenStore store, String name) {
    return people.stored(store, name);
  }

  /**
   * The same program in one organisation, where it can act in its own name, or for a user who is
   * not there.
   *
   * @param tenant the organisation's domain or tenant id
   * @return the program there
   * @throws IllegalArgumentException if it cannot be a tenant, or stands for many: {@code common},
   *     {@code organizations}, {@code consumers}
   */
  public MicrosoftTenantApp inTenant(String tenant) {
    return new MicrosoftTenantApp(settings.withTenant(RegistrationNames.tenant(tenant)));
  }

  /** Shows the registration. */
  @Override
  public String toString() {
    return "MicrosoftApp[" + settings + "]";
  }
}
