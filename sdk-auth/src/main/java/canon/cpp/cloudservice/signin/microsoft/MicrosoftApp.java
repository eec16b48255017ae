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
 * An application that is registered at Microsoft, and its sign-in flows for users. Accounts of any
 * organisation and personal accounts can sign in. Immutable; one instance serves all users.
 *
 * <pre>{@code
 * MicrosoftApp app = MicrosoftApp.of(network, clientId, apiId);
 * AccountTokenProvider admin =
 *     app.deviceCode(code -> System.out.println(code.message())).build();
 * admin.token(TokenRequest.within(Duration.ofMinutes(10)).allowingInteraction());
 * CloudServiceClient me = client.withTokenProvider(admin);
 * }</pre>
 *
 * <p>For tokens of the application itself, see {@link #inTenant(String)}.
 */
@CheckReturnValue
public final class MicrosoftApp implements SignInApp {
  private static final String NAME = "Microsoft";
  private static final URI LOOPBACK = URI.create("http://localhost");

  private final MicrosoftSettings settings;
  private final @Nullable ClientCredential credential;
  private final UserSignInFlows flows;

  private MicrosoftApp(MicrosoftSettings settings, @Nullable ClientCredential credential) {
    this.settings = settings;
    this.credential = credential;
    this.flows =
        new UserSignInFlows(
            new Registration(NAME, settings.registration(), MicrosoftIssuers.of(settings)),
            timer -> new MicrosoftGrant(settings, credential, timer),
            settings.clock(),
            settings.timer());
  }

  /**
   * Returns an application in Microsoft's worldwide cloud.
   *
   * @param network sends the requests; not closed
   * @param clientId the application (client) id of the registration
   * @param apiId the application id of the service's API, without {@code api://}
   * @return the application
   * @throws IllegalArgumentException if an id is malformed
   * @throws IllegalStateException if msal4j is missing; the message says what to add
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
   * Sets the cloud. The default is the worldwide one.
   *
   * @param cloud such as {@code https://login.microsoftonline.us}, without a tenant
   * @return the application with the cloud
   * @throws IllegalArgumentException if it is not https and a host
   */
  public MicrosoftApp authority(URI cloud) {
    return new MicrosoftApp(settings.withCloud(RegistrationNames.cloud(cloud)), credential);
  }

  /**
   * Restricts the sign-in to the users of one organisation. The service decides about each account
   * in any case.
   *
   * @param tenant a domain or tenant id, or Microsoft's names {@code organizations} (no personal
   *     accounts) and {@code consumers} (only personal accounts)
   * @return the application with the tenant
   * @throws IllegalArgumentException if the tenant is malformed
   */
  public MicrosoftApp tenant(String tenant) {
    return new MicrosoftApp(settings.withTenant(RegistrationNames.tenants(tenant)), credential);
  }

  /**
   * Sets the credential with which the application authenticates when users sign in. A web host
   * whose registration has a credential needs it.
   *
   * @param credential the credential
   * @return the application with the credential; it cannot use device codes
   */
  public MicrosoftApp credential(MicrosoftCredential credential) {
    return new MicrosoftApp(settings, credential.content());
  }

  /**
   * Sets the wall clock, for tests. The default is the machine's clock.
   *
   * @param clock determines when tokens and sealed sessions expire
   * @return the application with the clock
   */
  public MicrosoftApp clock(Clock clock) {
    return new MicrosoftApp(settings.withClock(requireNonNull(clock, "clock")), credential);
  }

  /**
   * Sets the timer, for tests. The default is the machine's time.
   *
   * @param timer the timer; it is not closed
   * @return the application with the timer
   */
  public MicrosoftApp timer(Timer timer) {
    return new MicrosoftApp(settings.withTimer(requireNonNull(timer, "timer")), credential);
  }

  /**
   * Creates a sign-in in a browser on this machine. The registration needs {@code http://localhost}
   * as a redirect URI of mobile and desktop applications.
   *
   * @param browser opens a page
   * @return a sign-in, to be built
   */
  @Override
  public UserSignIn interactive(Consumer<URI> browser) {
    return flows.interactive(LOOPBACK, browser);
  }

  /**
   * Creates a sign-in on another device. The registration must allow public client flows. Many
   * organisations block device codes ({@link
   * canon.cpp.cloudservice.errors.AuthenticationErrorKind#BLOCKED_BY_POLICY}), so offer another
   * flow as well.
   *
   * @param handler shows the code to the user
   * @return a sign-in, to be built
   * @throws IllegalStateException if the application has a credential, which this flow cannot use
   */
  @Override
  public UserSignIn deviceCode(DeviceCodeHandler handler) {
    if (credential != null) {
      throw new IllegalStateException(
          "The device code flow does not use a credential. Use a MicrosoftApp without one.");
    }
    return flows.deviceCode(handler);
  }

  /**
   * Begins a sign-in for a web host.
   *
   * @param options the redirect URI and further options
   * @return the session
   */
  @Override
  public AuthorizationCodeSession begin(AuthorizationCodeOptions options) {
    return flows.begin(options);
  }

  /**
   * Opens a session that was {@linkplain AuthorizationCodeSession#seal sealed}, possibly on another
   * node.
   *
   * @param sealed the sealed session
   * @param key the key with which it was sealed
   * @return the session
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if it has expired, was modified,
   *     was sealed with another key, or belongs to another registration, cloud or tenant
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
   * Returns the application in one tenant, for tokens of the application itself, or on behalf of a
   * user who is not at a browser.
   *
   * @param tenant the organisation's domain or tenant id
   * @return the application in the tenant
   * @throws IllegalArgumentException if the tenant is malformed, or names several tenants: {@code
   *     common}, {@code organizations}, {@code consumers}
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
