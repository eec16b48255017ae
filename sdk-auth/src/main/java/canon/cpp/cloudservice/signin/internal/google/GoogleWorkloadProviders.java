package canon.cpp.cloudservice.signin.internal.google;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccountTokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.account.SignInClock;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.library.OptionalLibrary;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates the providers of workloads. The only path from the public classes to those that need
 * Google's library.
 *
 * @param audience the audience of the tokens
 * @param target the service account to impersonate; null for the workload's own
 * @param timer measures and waits; null for the machine's time
 */
public record GoogleWorkloadProviders(
    HttpTransport network,
    String audience,
    @Nullable String target,
    GoogleAddresses addresses,
    Clock clock,
    @Nullable Timer timer) {
  /** One class of each required module, by the module's name. */
  private static final Map<String, OptionalLibrary.Lookup> LIBRARY =
      Map.of(
          "com.google.auth.oauth2",
          () -> Class.forName("com.google.auth.oauth2.IdTokenProvider"),
          "com.google.common",
          () -> Class.forName("com.google.common.util.concurrent.ListenableFuture"),
          "com.google.gson",
          () -> Class.forName("com.google.gson.Gson"));

  /** Returns the workload itself, at the real Google, with the machine's time. */
  public static GoogleWorkloadProviders of(HttpTransport network, String audience) {
    return new GoogleWorkloadProviders(
        requireNonNull(network, "network"),
        audience,
        null,
        GoogleAddresses.GOOGLE,
        Clock.systemUTC(),
        null);
  }

  public GoogleWorkloadProviders withTarget(String other) {
    return new GoogleWorkloadProviders(network, audience, other, addresses, clock, timer);
  }

  public GoogleWorkloadProviders withAddresses(GoogleAddresses other) {
    return new GoogleWorkloadProviders(network, audience, target, other, clock, timer);
  }

  public GoogleWorkloadProviders withClock(Clock other) {
    return new GoogleWorkloadProviders(network, audience, target, addresses, other, timer);
  }

  public GoogleWorkloadProviders withTimer(Timer other) {
    return new GoogleWorkloadProviders(network, audience, target, addresses, clock, other);
  }

  /**
   * Checks that Google's library, which a host adds itself, is present.
   *
   * @throws IllegalStateException if it is missing; the message says what to add
   */
  public static void checkLibrary() {
    List<String> missing = OptionalLibrary.missing(LIBRARY);
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "Workloads at Google need its library, of which is missing here: "
              + String.join(", ", missing)
              + ". Add com.google.auth:google-auth-library-oauth2-http to the dependencies; an"
              + " application that is a module also requires these modules. Users sign in"
              + " without it (GoogleApp).");
    }
  }

  /** Returns a provider for the key of a service account. */
  public AccountTokenProvider serviceAccount(byte[] json) {
    return provider(
        ServiceAccountKey.read(json, addresses),
        target,
        http(network, "service account"),
        GoogleWorkloadProviders::nothing);
  }

  /** Returns a provider for a token of the workload's environment. */
  public AccountTokenProvider workloadIdentity(byte[] json) {
    WorkloadConfig config = WorkloadConfig.read(json);
    if (target != null && !target.equals(config.serviceAccount())) {
      throw new IllegalArgumentException(
          "The file names another service account to act as than impersonating(…); name one");
    }
    DirectTransport near =
        config.near().map(server -> new DirectTransport(network, server)).orElse(null);
    return provider(
        config,
        config.serviceAccount(),
        http(near == null ? network : near, "workload identity"),
        near == null ? GoogleWorkloadProviders::nothing : near::close);
  }

  /** Returns a provider for the machine on which the workload runs. */
  public AccountTokenProvider metadataServer() {
    MetadataServer server = new MetadataServer(network, name("metadata server"));
    return provider(server, target, http(server, "metadata server"), server::close);
  }

  private AccountTokenProvider provider(
      WorkloadCredentials identity, @Nullable String actsAs, IdentityHttp http, Runnable closing) {
    SignInClock time = SignInClock.of("Google", clock, timer);
    GoogleIdTokens program =
        new GoogleIdTokens(identity, actsAs, audience, addresses, http, clock, time.timer());
    return new WorkloadTokenProvider(program, time, closing);
  }

  private static void nothing() {}

  private IdentityHttp http(HttpTransport transport, String way) {
    return new IdentityHttp(transport, name(way), clock);
  }

  private static String name(String way) {
    return "Google (" + way + ")";
  }
}
