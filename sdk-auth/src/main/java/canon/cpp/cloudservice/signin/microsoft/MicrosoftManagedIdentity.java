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
 * The identity that Microsoft's cloud gives to a host: App Service, Functions, Container Apps, and
 * virtual machines. Immutable.
 *
 * <pre>{@code
 * try (CachingTokenProvider tool =
 *     MicrosoftManagedIdentity.systemAssigned(apiId).build()) {
 *   …
 * }
 * }</pre>
 *
 * <p>On other machines the provider reports {@link
 * canon.cpp.cloudservice.errors.AuthenticationErrorKind#UNAVAILABLE} within about a second, and a
 * {@link canon.cpp.cloudservice.auth.ChainedTokenProvider} tries the next provider. Requests go
 * directly to the host, never through a proxy, so no transport is needed. The service accepts the
 * identity only if the service's operator has admitted it (D34). Claims challenges are not
 * supported.
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
   * Returns the host's own identity.
   *
   * @param apiId the application id of the service's API, without {@code api://}
   * @return the identity
   * @throws IllegalArgumentException if the id is malformed
   * @throws IllegalStateException if msal4j is missing; the message says what to add
   */
  public static MicrosoftManagedIdentity systemAssigned(String apiId) {
    MsalLibrary.require();
    return new MicrosoftManagedIdentity(
        RegistrationNames.id("apiId", apiId), null, Clock.systemUTC(), null);
  }

  /**
   * Returns an identity that was created separately and assigned to the host.
   *
   * @param apiId as for {@link #systemAssigned}
   * @param clientId the identity's client id
   * @return the identity
   * @throws IllegalArgumentException if an id is malformed
   * @throws IllegalStateException if msal4j is missing; the message says what to add
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
   * Sets the wall clock, for tests. The default is the machine's clock.
   *
   * @param clock determines when tokens expire
   * @return the identity with the clock
   */
  public MicrosoftManagedIdentity clock(Clock clock) {
    return new MicrosoftManagedIdentity(apiId, identity, requireNonNull(clock, "clock"), timer);
  }

  /**
   * Sets the timer, for tests. The default is the machine's time.
   *
   * @param timer the timer; it is not closed
   * @return the identity with the timer
   */
  public MicrosoftManagedIdentity timer(Timer timer) {
    return new MicrosoftManagedIdentity(apiId, identity, clock, requireNonNull(timer, "timer"));
  }

  /**
   * Creates the provider. Sends no request yet.
   *
   * @return a provider that caches its tokens; the caller closes it
   */
  public CachingTokenProvider build() {
    return MicrosoftSettings.cached(
        new ManagedIdentityTokens(apiId, identity, clock, timer), clock, timer);
  }

  /** Shows the API. */
  @Override
  public String toString() {
    return "MicrosoftManagedIdentity[API " + apiId + "]";
  }
}
