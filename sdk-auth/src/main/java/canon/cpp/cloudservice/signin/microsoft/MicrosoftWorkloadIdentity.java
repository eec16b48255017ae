package canon.cpp.cloudservice.signin.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftSettings;
import canon.cpp.cloudservice.signin.internal.microsoft.MsalLibrary;
import canon.cpp.cloudservice.signin.internal.microsoft.RegistrationNames;
import canon.cpp.cloudservice.signin.internal.microsoft.WorkloadIdentityTokens;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.Map;

/**
 * The identity of a workload in a Kubernetes cluster with federated credentials. The cluster sets
 * {@code AZURE_CLIENT_ID}, {@code AZURE_TENANT_ID}, {@code AZURE_FEDERATED_TOKEN_FILE} and
 * optionally {@code AZURE_AUTHORITY_HOST}. Immutable.
 *
 * <pre>{@code
 * CachingTokenProvider tool = MicrosoftWorkloadIdentity.of(network, apiId).build();
 * }</pre>
 *
 * <p>If they are not set, the provider reports {@link
 * canon.cpp.cloudservice.errors.AuthenticationErrorKind#UNAVAILABLE}, and a {@link
 * canon.cpp.cloudservice.auth.ChainedTokenProvider} tries the next provider. The service accepts
 * the identity only if the service's operator has admitted it (D34).
 */
@CheckReturnValue
public final class MicrosoftWorkloadIdentity {
  private final MicrosoftSettings settings;
  private final Map<String, String> environment;

  private MicrosoftWorkloadIdentity(MicrosoftSettings settings, Map<String, String> environment) {
    this.settings = settings;
    this.environment = environment;
  }

  /**
   * Returns the identity of the process's environment.
   *
   * @param network sends the requests; not closed
   * @param apiId the application id of the service's API, without {@code api://}
   * @return the identity
   * @throws IllegalArgumentException if the id is malformed
   * @throws IllegalStateException if msal4j is missing; the message says what to add
   */
  public static MicrosoftWorkloadIdentity of(HttpTransport network, String apiId) {
    MsalLibrary.require();
    return new MicrosoftWorkloadIdentity(
        MicrosoftSettings.ofEnvironment(network, RegistrationNames.id("apiId", apiId)),
        System.getenv());
  }

  /**
   * Sets the environment variables. The default is the process's environment.
   *
   * @param variables names and values; copied
   * @return the identity with the variables
   */
  public MicrosoftWorkloadIdentity environment(Map<String, String> variables) {
    return new MicrosoftWorkloadIdentity(settings, Map.copyOf(variables));
  }

  /**
   * Sets the wall clock, for tests. The default is the machine's clock.
   *
   * @param clock determines when tokens expire
   * @return the identity with the clock
   */
  public MicrosoftWorkloadIdentity clock(Clock clock) {
    return new MicrosoftWorkloadIdentity(
        settings.withClock(requireNonNull(clock, "clock")), environment);
  }

  /**
   * Sets the timer, for tests. The default is the machine's time.
   *
   * @param timer the timer; it is not closed
   * @return the identity with the timer
   */
  public MicrosoftWorkloadIdentity timer(Timer timer) {
    return new MicrosoftWorkloadIdentity(
        settings.withTimer(requireNonNull(timer, "timer")), environment);
  }

  /**
   * Creates the provider. Reads nothing yet.
   *
   * @return a provider that caches its tokens; the caller closes it
   */
  public CachingTokenProvider build() {
    return settings.cached(new WorkloadIdentityTokens(settings, environment));
  }

  /** Shows the API. */
  @Override
  public String toString() {
    return "MicrosoftWorkloadIdentity[API " + settings.apiId() + "]";
  }
}
