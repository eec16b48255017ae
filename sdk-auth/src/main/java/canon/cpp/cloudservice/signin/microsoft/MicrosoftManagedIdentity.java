package canon.cpp.cloudservice.signin.microsoft;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.signin.internal.microsoft.ManagedIdentityTokens;
import canon.cpp.cloudservice.signin.internal.microsoft.MicrosoftSettings;
import canon.cpp.cloudservice.signin.internal.microsoft.MsalLibrary;
import canon.cpp.cloudservice.signin.internal.microsoft.RegistrationNames;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * The identity that Microsoft's cloud gives to a host and so to the programs on it: App Service,
 * Functions and Container Apps, and virtual machines. Immutable.
 *
 * <pre>{@code
 * try (CachingTokenProvider tool =
 *     MicrosoftManagedIdentity.systemAssigned(apiId).build()) {
 *   …
 * }
 * }</pre>
 *
 * <p>Elsewhere the provider says {@link
 * canon.cpp.cloudservice.errors.AuthenticationErrorKind#UNAVAILABLE} within a second or so, and a
 * {@link canon.cpp.cloudservice.auth.ChainedTokenProvider} moves on. The host is asked straight,
 * never through a proxy, so this needs no transport. The service lets the identity in only if its
 * operator has admitted it (D34). It cannot show claims that the service demands.
 */
@CheckReturnValue
public final class MicrosoftManagedIdentity {
  private final String apiId;
  private final @Nullable String identity;
  private final Clock clock;
  private final @Nullable Timer timer;

  private MicrosoftManagedIdentity(
      String apiId, @Nullable String identity, Clock clock, @Nullable Timer timer) {
    this.apiId = apiId;
    this.identity = identity;
    this.clock = clock;
    this.timer = timer;
  }

  /**
   * The host's own identity.
   *
   * @param apiId the application id of the service's API, without {@code api://}
   * @return the identity
   * @throws IllegalArgumentException if the id cannot be one
   * @throws IllegalStateException if msal4j is not there; the message says what to add
   */
  public static MicrosoftManagedIdentity systemAssigned(String apiId) {
    MsalLibrary.require();
    return new MicrosoftManagedIdentity(
        RegistrationNames.id("apiId", apiId), null, Clock.systemUTC(), null);
  }

  /**
   * An identity that was made by itself and assigned to the host.
   *
   * @param apiId as for {@link #systemAssigned}
   * @param clientId the identity's client id
   * @return the identity
   * @throws IllegalArgumentException if one of the ids cannot be one
   * @throws IllegalStateException if msal4j is not there; the message says what to add
   */
  public static MicrosoftManagedIdentity userAssigned(String apiId, String clientId) {
    MsalLibrary.require();
    return new MicrosoftManagedIdentity(
        RegistrationNames.id("apiId", apiId),
        RegistrationNames.id("clientId", clientId),
        Clock.systemUTC(),
        null);
  }

  /**
   * Sets the wall clock, for tests; the machine's if not set.
   *
   * @param clock dates tokens
   * @return the identity with the clock
   */
  public MicrosoftManagedIdentity clock(Clock clock) {
    return new MicrosoftManagedIdentity(apiId, identity, requireNonNull(clock, "clock"), timer);
  }

  /**
   * Sets what measures and waits, for tests; the machine's time if not set.
   *
   * @param timer the timer; not closed
   * @return the identity with the timer
   */
  public MicrosoftManagedIdentity timer(Timer timer) {
    return new MicrosoftManagedIdentity(apiId, identity, clock, requireNonNull(timer, "timer"));
  }

  /**
   * Makes the provider. Nobody is asked yet.
   *
   * @return a provider that keeps its tokens; the caller closes it
   */
  public CachingTokenProvider build() {
    return MicrosoftSettings.cached(
        new ManagedIdentityTokens(apiId, identity, clock, timer), clock, timer);
  }

  /** Shows which API it is for. */
  @Override
  public String toString() {
    return "MicrosoftManagedIdentity[API " + apiId + "]";
  }
}
