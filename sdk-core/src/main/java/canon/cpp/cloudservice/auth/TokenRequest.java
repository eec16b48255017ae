package canon.cpp.cloudservice.auth;

import static canon.cpp.cloudservice.internal.values.Checks.positive;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of a {@link TokenProvider}.
 *
 * <p>Hosts that call a provider themselves, for instance to sign in before the first call, start
 * with {@link #within(Duration)}:
 *
 * <pre>{@code
 * provider.token(TokenRequest.within(Duration.ofMinutes(5)).allowingInteraction());
 * }</pre>
 */
public final class TokenRequest {
  private final Set<String> scopes;
  private final @Nullable String claims;
  private final Duration timeLeft;
  private final boolean mayInteract;
  private final @Nullable AccessToken rejected;

  private TokenRequest(
      Set<String> scopes,
      @Nullable String claims,
      Duration timeLeft,
      boolean mayInteract,
      @Nullable AccessToken rejected) {
    this.scopes = scopes;
    this.claims = claims;
    this.timeLeft = timeLeft;
    this.mayInteract = mayInteract;
    this.rejected = rejected;
  }

  /**
   * A request for a token with the provider's own scopes, without interaction.
   *
   * @param timeLeft how long the provider may take; positive
   * @return the request
   */
  public static TokenRequest within(Duration timeLeft) {
    return new TokenRequest(
        Collections.emptySet(), null, positive("timeLeft", timeLeft), false, null);
  }

  /**
   * Asks for scopes other than the provider's own.
   *
   * @param scopes the scopes; empty for the provider's own
   * @return a request for them
   */
  public TokenRequest withScopes(Set<String> scopes) {
    Set<String> copy = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    return new TokenRequest(copy, claims, timeLeft, mayInteract, rejected);
  }

  /**
   * Passes on a claims challenge.
   *
   * @param claims the claims that the service demands, as JSON
   * @return a request with the claims
   */
  public TokenRequest withClaims(String claims) {
    return new TokenRequest(
        scopes, requireNonNull(claims, "claims"), timeLeft, mayInteract, rejected);
  }

  /**
   * Gives the provider another time, for instance what an earlier one has left.
   *
   * @param timeLeft how long the provider may take; positive
   * @return a request with that time
   */
  public TokenRequest withTimeLeft(Duration timeLeft) {
    return new TokenRequest(scopes, claims, positive("timeLeft", timeLeft), mayInteract, rejected);
  }

  /**
   * Allows the provider to ask a person.
   *
   * @return a request that may lead to a prompt
   */
  public TokenRequest allowingInteraction() {
    return new TokenRequest(scopes, claims, timeLeft, true, rejected);
  }

  /**
   * Says that the service has rejected a token, so that the provider does not give it again.
   *
   * @param token the rejected token
   * @return a request for another token
   */
  public TokenRequest afterRejectionOf(AccessToken token) {
    return new TokenRequest(scopes, claims, timeLeft, mayInteract, requireNonNull(token, "token"));
  }

  /**
   * The scopes asked for.
   *
   * @return the scopes; empty means the provider's own
   */
  public Set<String> scopes() {
    return scopes;
  }

  /**
   * The claims that the service demanded.
   *
   * @return the claims as JSON, or empty
   */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /**
   * How long the provider may take.
   *
   * @return a positive duration, counted from the moment of the request
   */
  public Duration timeLeft() {
    return timeLeft;
  }

  /**
   * Whether the provider may ask a person. Calls never allow it: a prompt belongs to signing in.
   *
   * @return true if a prompt is allowed
   */
  public boolean mayInteract() {
    return mayInteract;
  }

  /**
   * The token that the service has just rejected.
   *
   * @return the rejected token, or empty
   */
  public Optional<AccessToken> rejected() {
    return Optional.ofNullable(rejected);
  }

  /** Shows everything but secrets. */
  @Override
  public String toString() {
    return "TokenRequest[scopes="
        + scopes
        + ", claims="
        + (claims == null ? "none" : "given")
        + ", timeLeft="
        + timeLeft
        + ", mayInteract="
        + mayInteract
        + ", rejected="
        + (rejected != null)
        + "]";
  }
}
