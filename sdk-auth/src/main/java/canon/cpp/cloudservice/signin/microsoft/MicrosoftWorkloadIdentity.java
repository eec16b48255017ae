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
 * The identity of a program for which its Kubernetes cluster vouches. The cluster sets {@code
 * AZURE_CLIENT_ID}, {@code AZURE_TENANT_ID}, {@code AZURE_FEDERATED_TOKEN_FILE} and maybe {@code
 * AZURE_AUTHORITY_HOST}. Immutable.
 *
 * <pre>{@code
 * CachingTokenProvider tool = MicrosoftWorkloadIdentity.of(network, apiId).build();
 * }</pre>
 *
 * <p>Where they are not set the provider says {@link
 * canon.cpp.cloudservice.errors.AuthenticationErrorKind#UNAVAILABLE}, and a {@link
 * canon.cpp.cloudservice.auth.ChainedTokenProvider} moves on. The service lets the identity in only
 * if its operator has admitted it (D34).
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
   * The identity that the process's environment names.
   *
   * @param network the way out, which stays its maker's to close
   * @param apiId the application id of the service's API, without {@code api://}
   * @return the identity
   * @throws IllegalArgumentException if the id cannot be one
   * @throws IllegalStateException if msal4j is not there; the message says what to add
   */
  public static MicrosoftWorkloadIdentity of(HttpTransport network, String apiId) {
    MsalLibrary.require();
    return new MicrosoftWorkloadIdentity(
        MicrosoftSettings.ofEnvironment(network, RegistrationNames.id("apiId", apiId)),
        System.getenv());
  }

  /**
   * Takes the variables from somewhere else than the process's environment.
   *
   * @param variables names and values; copied
   * @return the identity that they name
   */
  public MicrosoftWorkloadIdentity environment(Map<String, String> variables) {
    return new MicrosoftWorkloadIdentity(settings, Map.copyOf(variables));
  }

  /**
   * Sets the wall clock, for tests; the machine's if not set.
   *
   * @param clock dates tokens
   * @return the identity with the clock
   */
  public MicrosoftWorkloadIdentity clock(Clock clock) {
    return new MicrosoftWorkloadIdentity(
        settings.withClock(requireNonNull(clock, "clock")), environment);
  }

  /**
   * Sets what measures and waits, for tests; the machine's time if not set.
   *
   * @param timer the timer; not closed
   * @return the identity with the timer
   */
  public MicrosoftWorkloadIdentity timer(Timer timer) {
    return new MicrosoftWorkloadIdentity(
        settings.withTimer(requireNonNull(timer, "timer")), environment);
  }

  /**
   * Makes the provider. Nothing is read yet.
   *
   * @return a provider that keeps its tokens; the caller closes it
   */
  public CachingTokenProvider build() {
    return settings.cached(new WorkloadIdentityTokens(settings, environment));
  }

  /** Shows which API it is for. */
  @Override
  public String toString() {
    return "MicrosoftWorkloadIdentity[API " + settings.apiId() + "]";
  }
}
