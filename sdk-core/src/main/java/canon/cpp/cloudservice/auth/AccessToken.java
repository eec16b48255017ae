package canon.cpp.cloudservice.auth;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token: what proves an account to the service. It cannot print itself.
 *
 * <pre>{@code
 * AccessToken token = AccessToken.of(text).expiringAt(expiry);
 * client.withToken(token).session().get().execute();
 * }</pre>
 */
public final class AccessToken {
  private final String value;
  private final @Nullable Instant expiresAt;
  private final @Nullable Instant refreshAt;
  private final @Nullable URI origin;

  private AccessToken(
      String value,
      @Nullable Instant expiresAt,
      @Nullable Instant refreshAt,
      @Nullable URI origin) {
    this.value = value;
    this.expiresAt = expiresAt;
    this.refreshAt = refreshAt;
    this.origin = origin;
  }

  /**
   * A token of unknown life.
   *
   * @param value the token as it goes into the {@code Authorization} header, without "Bearer"
   * @return the token
   * @throws IllegalArgumentException if it is empty or has a character that is not visible ASCII,
   *     such as a line break; the message does not repeat it
   */
  public static AccessToken of(String value) {
    requireNonNull(value, "value");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("The access token is empty");
    }
    if (!value.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      throw new IllegalArgumentException(
          "The access token has a character that is not visible ASCII, such as a space or line"
              + " break; was it read from a file or variable with its line end?");
    }
    return new AccessToken(value, null, null, null);
  }

  /**
   * Says when the token ends, by this machine's clock: whoever knows how long the token lives adds
   * that to now, so that a clock that is wrong does no harm.
   *
   * @param instant the end of its life
   * @return a token that knows its end
   */
  public AccessToken expiringAt(Instant instant) {
    return new AccessToken(value, requireNonNull(instant, "instant"), refreshAt, origin);
  }

  /**
   * Says from when on a fresh token is better asked for, by this machine's clock.
   *
   * @param instant the moment, as the identity provider advised it
   * @return a token that knows when to be replaced
   */
  public AccessToken refreshingAt(Instant instant) {
    return new AccessToken(value, expiresAt, requireNonNull(instant, "instant"), origin);
  }

  /**
   * Binds the token to one service: a client for another address rejects to send it. A mixed-up
   * configuration then fails before the wire.
   *
   * @param address any address of the service; only scheme, host and port count
   * @return a token that goes nowhere else
   */
  public AccessToken boundTo(URI address) {
    return new AccessToken(value, expiresAt, refreshAt, requireNonNull(address, "address"));
  }

  /**
   * The secret itself. Do not log it.
   *
   * @return the token's text
   */
  public String value() {
    return value;
  }

  /**
   * When the token ends.
   *
   * @return the end of its life, or empty if it is not known
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /**
   * From when on a fresh token is better asked for.
   *
   * @return the moment, or empty if the identity provider named none
   */
  public Optional<Instant> refreshAt() {
    return Optional.ofNullable(refreshAt);
  }

  /**
   * The only service that the token may be sent to.
   *
   * @return an address of it, or empty if the token is not bound
   */
  public Optional<URI> origin() {
    return Optional.ofNullable(origin);
  }

  /** Two tokens are equal when their texts are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccessToken token && value.equals(token.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }

  /** Hides the secret. */
  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
