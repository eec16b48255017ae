package canon.cpp.cloudservice.signin.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.http.HttpTransport;
import canon.cpp.cloudservice.signin.internal.microsoft.ManagedIdentityTokens;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftSettings;
import canon.cpp.cloudservice.signin.internal.microsoft.MsalLibrary;
import canon.cpp.cloudservice.signin.internal.microsoft.Names;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The identity that Microsoft's cloud gives to a host and so to the programs on it: App Service,
 * Functions and Container Apps, and virtual machines. Immutable.
 *
 * <pre>{@code
 * try (CachingTokenProvider tool =
 *     MicrosoftManagedIdentity.systemAssigned(network, apiId).build()) {
 *   …
 * }
 * }</pre>
 *
 * <p>Elsewhere the provider says {@link canon.cpp.cloudservice.errors.SignInKind#UNAVAILABLE}
 * within a second or so, and a {@link canon.cpp.cloudservice.auth.ChainedTokenProvider} moves on.
 * The service lets the identity in only if its operator has admitted it (D34). It cannot show
 * claims that the service demands.
 */
@CheckReturnValue
public final class MicrosoftManagedIdentity {
  private final MicrosoftSettings settings;
  private final @Nullable String identity;

  private MicrosoftManagedIdentity(MicrosoftSettings settings, @Nullable String identity) {
    this.settings = settings;
    this.identity = identity;
  }

  /**
   * The host's own identity.
   *
   * @param network the way out, which stays its maker's to close; the host's address (for virtual
   *     machines 169.254.169.254) has to go past a proxy
   * @param apiId the application id of the service's API, without {@code api://}
   * @return the identity
   * @throws IllegalArgumentException if the id cannot be one
   * @throws IllegalStateException if msal4j is not there; the message says what to add
   */
  public static MicrosoftManagedIdentity systemAssigned(HttpTransport network, String apiId) {
    MsalLibrary.require();
    return new MicrosoftManagedIdentity(
        MicrosoftSettings.ofHost(network, Names.id("apiId", apiId)), null);
  }

  /**
   * An identity that was made by itself and assigned to the host.
   *
   * @param network as for {@link #systemAssigned}
   * @param apiId as for {@link #systemAssigned}
   * @param clientId the identity's client id
   * @return the identity
   * @throws IllegalArgumentException if one of the ids cannot be one
   * @throws IllegalStateException if msal4j is not there; the message says what to add
   */
  public static MicrosoftManagedIdentity userAssigned(
      HttpTransport network, String apiId, String clientId) {
    return new MicrosoftManagedIdentity(
        systemAssigned(network, apiId).settings, Names.id("clientId", clientId));
  }

  /**
   * Sets the wall clock, for tests; the machine's if not set.
   *
   * @param clock dates tokens
   * @return the identity with the clock
   */
  public MicrosoftManagedIdentity clock(Clock clock) {
    return new MicrosoftManagedIdentity(
        settings.withClock(requireNonNull(clock, "clock")), identity);
  }

  /**
   * Sets what measures and waits, for tests; the machine's time if not set.
   *
   * @param timer the timer; not closed
   * @return the identity with the timer
   */
  public MicrosoftManagedIdentity timer(Timer timer) {
    return new MicrosoftManagedIdentity(
        settings.withTimer(requireNonNull(timer, "timer")), identity);
  }

  /**
   * Makes the provider. Nobody is asked yet.
   *
   * @return a provider that keeps its tokens; the caller closes it
   */
  public CachingTokenProvider build() {
    return settings.cached(new ManagedIdentityTokens(settings, identity));
  }

  /** Shows which API it is for. */
  @Override
  public String toString() {
    return "MicrosoftManagedIdentity[API " + settings.apiId() + "]";
  }
}
