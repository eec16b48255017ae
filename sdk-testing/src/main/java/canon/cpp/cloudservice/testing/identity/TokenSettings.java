package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import java.time.Duration;

/**
 * The lifetimes at a fake identity provider, by its clock. A setting applies to what is issued
 * afterwards.
 *
 * <pre>{@code
 * entra.settings().tokenLifetime(Duration.ofMinutes(5)).refreshIn(Duration.ofMinutes(2));
 * }</pre>
 */
public final class TokenSettings {
  private final TokenLifetimes lifetimes;

  TokenSettings(TokenLifetimes lifetimes) {
    this.lifetimes = lifetimes;
  }

  /**
   * Sets the lifetime of access tokens and ID tokens. The default is one hour.
   *
   * @param lifetime whole seconds, more than zero
   * @return these settings
   * @throws IllegalArgumentException if it is less than a second
   */
  public TokenSettings tokenLifetime(Duration lifetime) {
    lifetimes.setToken(atLeastASecond(lifetime));
    return this;
  }

  /**
   * Adds {@code refresh_in} to the responses of Microsoft's token endpoint. By default it is
   * missing.
   *
   * @param delay whole seconds, more than zero
   * @return these settings
   * @throws IllegalArgumentException if it is less than a second
   */
  public TokenSettings refreshIn(Duration delay) {
    lifetimes.setRefreshIn(atLeastASecond(delay));
    return this;
  }

  /**
   * Sets the lifetime of refresh tokens. The default is 90 days.
   *
   * @param lifetime whole seconds, more than zero
   * @return these settings
   * @throws IllegalArgumentException if it is less than a second
   */
  public TokenSettings refreshTokenLifetime(Duration lifetime) {
    lifetimes.setRefreshToken(atLeastASecond(lifetime));
    return this;
  }

  /**
   * Sets the lifetime of device codes. The default is 15 minutes.
   *
   * @param lifetime whole seconds, more than zero
   * @return these settings
   * @throws IllegalArgumentException if it is less than a second
   */
  public TokenSettings deviceCodeLifetime(Duration lifetime) {
    lifetimes.setDeviceCode(atLeastASecond(lifetime));
    return this;
  }

  /**
   * Sets how long a device has to wait between two polls. The default is 5 seconds. A device that
   * polls earlier gets {@code slow_down}.
   *
   * @param interval whole seconds; zero to allow polling at any time
   * @return these settings
   * @throws IllegalArgumentException if it is negative
   */
  public TokenSettings deviceCodeInterval(Duration interval) {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("The interval cannot be negative, but is " + interval);
    }
    lifetimes.setInterval(interval);
    return this;
  }

  /**
   * Omits {@code interval} from the response to a device, which RFC 8628 allows; it then means 5
   * seconds.
   *
   * @return these settings
   */
  public TokenSettings withoutDeviceCodeInterval() {
    lifetimes.hideInterval();
    return this;
  }

  /**
   * Detects the reuse of refresh tokens (RFC 9700, 4.14.2): a refresh token that is used a second
   * time revokes all refresh tokens of its sign-in. Otherwise only the reuse itself is rejected.
   * For Microsoft, whose fake replaces the refresh token at each renewal.
   *
   * @return these settings
   */
  public TokenSettings revokeOnRefreshTokenReuse() {
    lifetimes.revokeOnReuse();
    return this;
  }

  private static Duration atLeastASecond(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "The duration must be at least one second, but is " + duration);
    }
    return duration;
  }
}
