package canon.cpp.cloudservice.testing.internal.identity.oauth;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lifetimes of tokens and codes. A test may change them at any time. */
public final class TokenLifetimes {
  private volatile Duration token = Duration.ofHours(1);
  private volatile @Nullable Duration refreshIn;
  private volatile Duration refreshToken = Duration.ofDays(90);
  private volatile Duration deviceCode = Duration.ofMinutes(15);
  private volatile Duration interval = Duration.ofSeconds(5);
  private volatile boolean intervalIsHidden;
  private volatile boolean reuseRevokes;

  public Duration token() {
    return token;
  }

  public void setToken(Duration lifetime) {
    token = lifetime;
  }

  public Optional<Duration> refreshIn() {
    return Optional.ofNullable(refreshIn);
  }

  public void setRefreshIn(Duration delay) {
    refreshIn = delay;
  }

  public Duration refreshToken() {
    return refreshToken;
  }

  public void setRefreshToken(Duration lifetime) {
    refreshToken = lifetime;
  }

  public Duration deviceCode() {
    return deviceCode;
  }

  public void setDeviceCode(Duration lifetime) {
    deviceCode = lifetime;
  }

  public Duration interval() {
    return interval;
  }

  public void setInterval(Duration duration) {
    interval = duration;
    intervalIsHidden = false;
  }

  public boolean isIntervalHidden() {
    return intervalIsHidden;
  }

  /** Whether the reuse of a refresh token revokes all refresh tokens of its sign-in. */
  public boolean reuseRevokes() {
    return reuseRevokes;
  }

  public void revokeOnReuse() {
    reuseRevokes = true;
  }

  public void hideInterval() {
    intervalIsHidden = true;
  }
}
