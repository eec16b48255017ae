package canon.cpp.cloudservice.signin.internal.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.CachingTokenProviderBuilder;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.time.Timer;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all sign-ins of one program at Microsoft have in common.
 *
 * @param network the way out
 * @param clientId the program, as registered
 * @param apiId the service's API
 * @param cloud Microsoft's address, without a path
 * @param tenant an organisation, or a word for several
 * @param clock the wall clock
 * @param timer measures and waits; null for the machine's time
 */
public record MicrosoftSettings(
    HttpTransport network,
    String clientId,
    String apiId,
    URI cloud,
    String tenant,
    Clock clock,
    @Nullable Timer timer) {
  /** Microsoft's worldwide cloud. */
  public static final URI WORLDWIDE = URI.create("https://login.microsoftonline.com");

  /** Everybody: accounts of any organisation, and personal ones. */
  private static final String EVERYBODY = "common";

  /** A registered program, for everybody in the worldwide cloud. */
  public static MicrosoftSettings of(HttpTransport network, String clientId, String apiId) {
    return new MicrosoftSettings(
        requireNonNull(network, "network"),
        clientId,
        apiId,
        WORLDWIDE,
        EVERYBODY,
        Clock.systemUTC(),
        null);
  }

  /** A program of which its environment says more. */
  public static MicrosoftSettings ofEnvironment(HttpTransport network, String apiId) {
    return of(network, "", apiId);
  }

  public MicrosoftSettings withClientId(String other) {
    return new MicrosoftSettings(network, other, apiId, cloud, tenant, clock, timer);
  }

  public MicrosoftSettings withCloud(URI other) {
    return new MicrosoftSettings(network, clientId, apiId, other, tenant, clock, timer);
  }

  public MicrosoftSettings withTenant(String other) {
    return new MicrosoftSettings(network, clientId, apiId, cloud, other, clock, timer);
  }

  public MicrosoftSettings withClock(Clock other) {
    return new MicrosoftSettings(network, clientId, apiId, cloud, tenant, other, timer);
  }

  public MicrosoftSettings withTimer(Timer other) {
    return new MicrosoftSettings(network, clientId, apiId, cloud, tenant, clock, other);
  }

  /** Where a browser finds the tenant. */
  String authority() {
    return cloud + "/" + tenant + "/";
  }

  /** Where msal4j finds the tenant. */
  String authorityWithoutPort() {
    return cloudWithoutPort() + "/" + tenant + "/";
  }

  /** With a port msal4j would not find again what it has kept. */
  String cloudWithoutPort() {
    return "https://" + cloud.getHost();
  }

  /** What a program asks for in the name of a person. */
  Set<String> personScopes() {
    return Set.of("api://" + apiId + "/access");
  }

  /** What a program asks for in its own name. */
  Set<String> programScopes() {
    return Set.of("api://" + apiId + "/.default");
  }

  /** The way out, with a name for messages. */
  IdentityHttp http(String name) {
    return new IdentityHttp(network, name, clock);
  }

  LongSupplier nanoTime() {
    return timer == null ? System::nanoTime : timer::nanoTime;
  }

  /** A cache in front of a provider, by the same time. */
  public CachingTokenProvider cached(TokenProvider provider) {
    return cached(provider, clock, timer);
  }

  /** A cache in front of a provider. */
  public static CachingTokenProvider cached(
      TokenProvider provider, Clock clock, @Nullable Timer timer) {
    CachingTokenProviderBuilder builder = CachingTokenProvider.builder(provider).clock(clock);
    return (timer == null ? builder : builder.timer(timer)).build();
  }

  /** Which program it is, where, for which API. It has no secret. */
  public String registration() {
    return cloud + "/" + tenant + ", client " + clientId + ", API " + apiId;
  }

  /** Shows the registration. */
  @Override
  public String toString() {
    return registration();
  }
}
