package canon.cpp.cloudservice.signin.internal.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.CachingTokenProviderBuilder;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings that all sign-ins of one application at Microsoft share.
 *
 * @param transport sends all requests
 * @param clientId the registered application
 * @param apiId the service's API
 * @param cloud the address of a Microsoft cloud, without a path
 * @param tenant an organisation, or a name for several
 * @param clock the wall clock
 * @param timer measures and waits; null for the machine's time
 */
public record MicrosoftSettings(
    HttpTransport transport,
    String clientId,
    String apiId,
    URI cloud,
    String tenant,
    Clock clock,
    @Nullable Timer timer) {
  /** The provider's name in messages. */
  public static final String NAME = "Microsoft";

  /** Microsoft's worldwide cloud. */
  public static final URI WORLDWIDE = URI.create("https://login.microsoftonline.com");

  /** Accounts of any organisation, and personal accounts. */
  private static final String ALL_ACCOUNTS = "common";

  /** Returns an application for all accounts in the worldwide cloud. */
  public static MicrosoftSettings of(HttpTransport transport, String clientId, String apiId) {
    return new MicrosoftSettings(
        requireNonNull(transport, "transport"),
        clientId,
        apiId,
        WORLDWIDE,
        ALL_ACCOUNTS,
        Clock.systemUTC(),
        null);
  }

  /** Returns settings whose application and tenant are read from the environment later. */
  public static MicrosoftSettings ofEnvironment(HttpTransport transport, String apiId) {
    return of(transport, "", apiId);
  }

  public MicrosoftSettings withClientId(String other) {
    return new MicrosoftSettings(transport, other, apiId, cloud, tenant, clock, timer);
  }

  public MicrosoftSettings withCloud(URI other) {
    return new MicrosoftSettings(transport, clientId, apiId, other, tenant, clock, timer);
  }

  public MicrosoftSettings withTenant(String other) {
    return new MicrosoftSettings(transport, clientId, apiId, cloud, other, clock, timer);
  }

  public MicrosoftSettings withClock(Clock other) {
    return new MicrosoftSettings(transport, clientId, apiId, cloud, tenant, other, timer);
  }

  public MicrosoftSettings withTimer(Timer other) {
    return new MicrosoftSettings(transport, clientId, apiId, cloud, tenant, clock, other);
  }

  /** Returns the tenant's address for a browser. */
  String authority() {
    return cloud + "/" + tenant + "/";
  }

  /** Returns the tenant's address for msal4j. */
  String authorityWithoutPort() {
    return cloudWithoutPort() + "/" + tenant + "/";
  }

  /** Returns the cloud's address for msal4j, whose cache does not find entries with a port. */
  String cloudWithoutPort() {
    return "https://" + cloud.getHost();
  }

  /** Returns the scopes of a user's token. */
  Set<String> userScopes() {
    return Set.of("api://" + apiId + "/access");
  }

  /** Returns the scopes of the application's own token. */
  Set<String> applicationScopes() {
    return Set.of("api://" + apiId + "/.default");
  }

  /** Returns the client of the identity provider. */
  IdentityHttp http() {
    return new IdentityHttp(transport, NAME, clock);
  }

  /** Returns the HTTP client for one call of msal4j; its timeout starts now. */
  MsalHttpClient client(MsalSender sender, TokenRequest request) {
    return client(sender, request.claims().orElse(null), request.timeLeft());
  }

  /** Returns the HTTP client for one call of msal4j; its timeout starts now. */
  MsalHttpClient client(MsalSender sender, @Nullable String claims, Duration timeout) {
    return new MsalHttpClient(
        sender, clock, timer == null ? System::nanoTime : timer::nanoTime, claims, timeout);
  }

  /** Puts a cache with the same clock and timer in front of a provider. */
  public CachingTokenProvider cached(TokenProvider provider) {
    return cached(provider, clock, timer);
  }

  /** Puts a cache in front of a provider. */
  public static CachingTokenProvider cached(
      TokenProvider provider, Clock clock, @Nullable Timer timer) {
    CachingTokenProviderBuilder builder = CachingTokenProvider.builder(provider).clock(clock);
    return (timer == null ? builder : builder.timer(timer)).build();
  }

  /** Returns a description of the registration, without a secret. */
  public String registration() {
    return cloud + "/" + tenant + ", client " + clientId + ", API " + apiId;
  }

  /** Shows the registration. */
  @Override
  public String toString() {
    return registration();
  }
}
