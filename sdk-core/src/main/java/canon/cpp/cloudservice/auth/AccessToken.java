package canon.cpp.cloudservice.auth;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token, which proves the identity of an account to the service. Its {@code toString()}
 * does not show it.
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
   * Returns a token of unknown lifetime.
   *
   * @param value the token as it goes into the {@code Authorization} header, without "Bearer"
   * @return the token
   * @throws IllegalArgumentException if it is empty or has a character that is not visible ASCII,
   *     such as a line break; the message does not contain it
   */
  public static AccessToken of(String value) {
    requireNonNull(value, "value");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("The access token is empty");
    }
    if (!isVisibleAscii(value)) {
      throw new IllegalArgumentException(
          "The access token has a character that is not visible ASCII, such as a space or line"
              + " break; was it read from a file or variable with its line end?");
    }
    return new AccessToken(value, null, null, null);
  }

  private static boolean isVisibleAscii(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= 0x20 || c >= 0x7f) {
        return false;
      }
    }
    return true;
  }

  /**
   * Sets when the token expires, by the clock of this machine. Compute it as the current time plus
   * the lifetime of the token, so that a wrong clock does not matter.
   *
   * @param instant the time of expiry
   * @return a token with this time of expiry
   */
  public AccessToken expiringAt(Instant instant) {
    return new AccessToken(value, requireNonNull(instant, "instant"), refreshAt, origin);
  }

  /**
   * Sets when the token should be refreshed, by the clock of this machine.
   *
   * @param instant the time that the identity provider advised
   * @return a token with this refresh time
   */
  public AccessToken refreshingAt(Instant instant) {
    return new AccessToken(value, expiresAt, requireNonNull(instant, "instant"), origin);
  }

  /**
   * Binds the token to one service. A client for another address does not send it, so that a wrong
   * configuration fails before anything is sent.
   *
   * @param address any address of the service; only scheme, host and port count
   * @return a token that is sent to this origin only
   */
  public AccessToken boundTo(URI address) {
    return new AccessToken(value, expiresAt, refreshAt, requireNonNull(address, "address"));
  }

  /**
   * Returns the secret itself. Do not log it.
   *
   * @return the token's text
   */
  public String value() {
    return value;
  }

  /**
   * Returns when the token expires.
   *
   * @return the time of expiry, or empty if it is unknown
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /**
   * Returns when the token should be refreshed.
   *
   * @return the time, or empty if the identity provider did not advise one
   */
  public Optional<Instant> refreshAt() {
    return Optional.ofNullable(refreshAt);
  }

  /**
   * Returns the only service to which the token may be sent.
   *
   * @return an address of the service, or empty if the token is not bound
   */
  public Optional<URI> origin() {
    return Optional.ofNullable(origin);
  }

  /** Compares the texts of the tokens. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AccessToken token && value.equals(token.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value);
  }

  /** Returns a text that does not contain the secret. */
  @Override
  public String toString() {
    return "AccessToken[hidden]";
  }
}
