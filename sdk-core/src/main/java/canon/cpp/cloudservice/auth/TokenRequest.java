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
 * What a client requests from a {@link TokenProvider}.
 *
 * <p>Hosts that call a provider themselves, for example to sign in before the first call, start
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
   * Returns a request for a token with the provider's own scopes, without user interaction.
   *
   * @param timeLeft how long the provider may take; positive
   * @return the request
   */
  public static TokenRequest within(Duration timeLeft) {
    return new TokenRequest(
        Collections.emptySet(), null, positive("timeLeft", timeLeft), false, null);
  }

  /**
   * Requests scopes other than the provider's own.
   *
   * @param scopes the scopes; empty for the provider's own
   * @return a request for these scopes
   */
  public TokenRequest withScopes(Set<String> scopes) {
    if (scopes.isEmpty() && this.scopes.isEmpty()) {
      return this;
    }
    Set<String> copy = Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
    return new TokenRequest(copy, claims, timeLeft, mayInteract, rejected);
  }

  /**
   * Adds a claims challenge.
   *
   * @param claims the claims that the service requires, as JSON
   * @return a request with the claims
   */
  public TokenRequest withClaims(String claims) {
    return new TokenRequest(
        scopes, requireNonNull(claims, "claims"), timeLeft, mayInteract, rejected);
  }

  /**
   * Sets the time that the provider may take, for example what an earlier provider has left.
   *
   * @param timeLeft how long the provider may take; positive
   * @return a request with this time
   */
  public TokenRequest withTimeLeft(Duration timeLeft) {
    return new TokenRequest(scopes, claims, positive("timeLeft", timeLeft), mayInteract, rejected);
  }

  /**
   * Allows the provider to interact with a user.
   *
   * @return a request that may lead to a prompt
   */
  public TokenRequest allowingInteraction() {
    return new TokenRequest(scopes, claims, timeLeft, true, rejected);
  }

  /**
   * Names a token that the service has rejected, so that the provider does not return it again.
   *
   * @param token the rejected token
   * @return a request for another token
   */
  public TokenRequest afterRejectionOf(AccessToken token) {
    return new TokenRequest(scopes, claims, timeLeft, mayInteract, requireNonNull(token, "token"));
  }

  /**
   * Returns the requested scopes.
   *
   * @return the scopes; empty for the provider's own
   */
  public Set<String> scopes() {
    return scopes;
  }

  /**
   * Returns the claims that the service requires.
   *
   * @return the claims as JSON, or empty
   */
  public Optional<String> claims() {
    return Optional.ofNullable(claims);
  }

  /**
   * Returns how long the provider may take.
   *
   * @return a positive duration, measured from the request
   */
  public Duration timeLeft() {
    return timeLeft;
  }

  /**
   * Returns whether the provider may interact with a user. Calls never allow it: a prompt is part
   * of signing in.
   *
   * @return true if interaction is allowed
   */
  public boolean mayInteract() {
    return mayInteract;
  }

  /**
   * Returns the token that the service has just rejected.
   *
   * @return the rejected token, or empty
   */
  public Optional<AccessToken> rejected() {
    return Optional.ofNullable(rejected);
  }

  /** Returns everything but secrets. */
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
