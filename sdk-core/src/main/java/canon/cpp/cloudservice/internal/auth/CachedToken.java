package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token and its life: fresh, then stale, then expired, then over. The life counts from the moment
 * when the token came, by a clock that nobody sets; the wall clock is read once, then.
 */
final class CachedToken {
  private static final long FOREVER = Long.MAX_VALUE;
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration LAST_MINUTES = Duration.ofMinutes(5);
  private static final Duration LARGEST_MARGIN = Duration.ofMinutes(1);

  private final AccessToken token;
  private final long receivedAt;
  private final long freshFor;
  private final long usableFor;
  private final long livesFor;

  /**
   * A token that has just come.
   *
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if its life looks over already
   */
  CachedToken(AccessToken token, long nanoTime, Instant wallTime) {
    this.token = token;
    this.receivedAt = nanoTime;
    Duration life = token.expiresAt().map(end -> between(wallTime, end)).orElse(null);
    if (life != null && (life.isZero() || life.isNegative())) {
      throw TokenErrors.overWhenItCame();
    }
    this.livesFor = life == null ? FOREVER : life.toNanos();
    this.usableFor = life == null ? FOREVER : life.minus(margin(life)).toNanos();
    Duration advised = token.refreshAt().map(at -> between(wallTime, at)).orElse(null);
    long fresh = advised == null ? staleAfter(life) : advised.toNanos();
    this.freshFor = Math.min(fresh, usableFor);
  }

  private static long staleAfter(@Nullable Duration life) {
    if (life == null) {
      return FOREVER;
    }
    Duration threeQuarters = life.multipliedBy(3).dividedBy(4);
    Duration butTheLast = life.minus(LAST_MINUTES);
    return (threeQuarters.compareTo(butTheLast) > 0 ? threeQuarters : butTheLast).toNanos();
  }

  /** In which no request begins, because the token could end on the way. */
  private static Duration margin(Duration life) {
    Duration tenth = life.dividedBy(10);
    return tenth.compareTo(LARGEST_MARGIN) < 0 ? tenth : LARGEST_MARGIN;
  }

  /** Capped, far from where nanoseconds overflow. */
  private static Duration between(Instant start, Instant end) {
    Duration duration = Duration.between(start, end);
    if (duration.compareTo(LONGEST) > 0) {
      return LONGEST;
    }
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  AccessToken token() {
    return token;
  }

  /** Good, and not to be replaced yet. */
  boolean isFresh(long nanoTime) {
    return nanoTime - receivedAt < freshFor;
  }

  /** Fresh or stale: good for a request that begins now. */
  boolean isUsable(long nanoTime) {
    return nanoTime - receivedAt < usableFor;
  }

  /** Better than nothing. */
  boolean lives(long nanoTime) {
    return nanoTime - receivedAt < livesFor;
  }
}
