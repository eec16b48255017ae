package canon.cpp.cloudservice.testing.identity;

import canon.cpp.cloudservice.testing.internal.identity.oauth.TokenLifetimes;
import java.time.Duration;

/**
 * How long things live at a fake identity provider, by its clock. What is set counts for what is
 * given out afterwards.
 *
 * <pre>{@code
 * entra.settings().tokenLifetime(Duration.ofMinutes(5)).refreshIn(Duration.ofMinutes(2));
 * }</pre>
 */
public final class TokenSettings {
  private final TokenLifetimes lives;

  TokenSettings(TokenLifetimes lives) {
    this.lives = lives;
  }

  /**
   * How long access tokens and ID tokens live; an hour if this is not said.
   *
   * @param life whole seconds, more than zero
   * @return these settings
   * @throws IllegalArgumentException if it is less than a second
   */
  public TokenSettings tokenLifetime(Duration life) {
    lives.setToken(atLeastASecond(life));
    return this;
  }

  /**
   * Adds {@code refresh_in} to the answers of Microsoft's token endpoint; it is not there if this
   * is not said.
   *
   * @param delay whole seconds, more than zero
   * @return these settings
   * @throws IllegalArgumentException if it is less than a second
   */
  public TokenSettings refreshIn(Duration delay) {
    lives.setRefreshIn(atLeastASecond(delay));
    return this;
  }

  /**
   * How long refresh tokens live; 90 days if this is not said.
   *
   * @param life whole seconds, more than zero
   * @return these settings
   * @throws IllegalArgumentException if it is less than a second
   */
  public TokenSettings refreshTokenLifetime(Duration life) {
    lives.setRefreshToken(atLeastASecond(life));
    return this;
  }

  /**
   * How long device codes live; 15 minutes if this is not said.
   *
   * @param life whole seconds, more than zero
   * @return these settings
   * @throws IllegalArgumentException if it is less than a second
   */
  public TokenSettings deviceCodeLifetime(Duration life) {
    lives.setDeviceCode(atLeastASecond(life));
    return this;
  }

  /**
   * How long a device has to wait between two questions, 5 seconds if this is not said. Whoever
   * asks sooner hears {@code slow_down}.
   *
   * @param interval whole seconds; zero to let everybody ask at any time
   * @return these settings
   * @throws IllegalArgumentException if it is negative
   */
  public TokenSettings deviceCodeInterval(Duration interval) {
    if (interval.isNegative()) {
      throw new IllegalArgumentException("The interval cannot be negative, but is " + interval);
    }
    lives.setInterval(interval);
    return this;
  }

  /**
   * Leaves {@code interval} out of the answer to a device, which RFC 8628 allows: 5 seconds are
   * meant then.
   *
   * @return these settings
   */
  public TokenSettings withoutDeviceCodeInterval() {
    lives.hideInterval();
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
    lives.revokeOnReuse();
    return this;
  }

  private static Duration atLeastASecond(Duration duration) {
    if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("It has to be a second at least, but is " + duration);
    }
    return duration;
  }
}
