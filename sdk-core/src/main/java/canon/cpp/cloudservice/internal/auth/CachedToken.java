package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token and its lifetime: fresh, then stale, then no longer usable for a new request, then
 * expired. Lifetime is measured from receipt, with the monotonic clock; the wall clock is read only
 * once, on receipt.
 */
final class CachedToken {
  private static final long FOREVER = Long.MAX_VALUE;
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Duration REFRESH_BEFORE_EXPIRY = Duration.ofMinutes(5);
  private static final Duration LARGEST_MARGIN = Duration.ofMinutes(1);

  private final AccessToken token;
  private final long receivedAt;
  private final long freshFor;
  private final long usableFor;
  private final long validFor;

  /**
   * Creates an entry for a token on receipt.
   *
   * @throws canon.cpp.cloudservice.errors.AuthenticationException if it has already expired
   */
  CachedToken(AccessToken token, long nanoTime, Instant wallTime) {
    this.token = token;
    this.receivedAt = nanoTime;
    Duration lifetime = token.expiresAt().map(end -> between(wallTime, end)).orElse(null);
    if (lifetime != null && (lifetime.isZero() || lifetime.isNegative())) {
      throw TokenErrors.expiredOnReceipt();
    }
    this.validFor = lifetime == null ? FOREVER : lifetime.toNanos();
    this.usableFor = lifetime == null ? FOREVER : lifetime.minus(margin(lifetime)).toNanos();
    Duration advised = token.refreshAt().map(at -> between(wallTime, at)).orElse(null);
    long fresh = advised == null ? staleAfter(lifetime) : advised.toNanos();
    this.freshFor = Math.min(fresh, usableFor);
  }

  private static long staleAfter(@Nullable Duration lifetime) {
    if (lifetime == null) {
      return FOREVER;
    }
    Duration threeQuarters = lifetime.multipliedBy(3).dividedBy(4);
    Duration beforeExpiry = lifetime.minus(REFRESH_BEFORE_EXPIRY);
    return (threeQuarters.compareTo(beforeExpiry) > 0 ? threeQuarters : beforeExpiry).toNanos();
  }

  /** Returns the last part of the lifetime, in which a token could expire on its way. */
  private static Duration margin(Duration lifetime) {
    Duration tenth = lifetime.dividedBy(10);
    return tenth.compareTo(LARGEST_MARGIN) < 0 ? tenth : LARGEST_MARGIN;
  }

  /** Returns the duration with a limit, because nanoseconds would overflow. */
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

  /** Returns whether the token is usable, and need not be refreshed yet. */
  boolean isFresh(long nanoTime) {
    return nanoTime - receivedAt < freshFor;
  }

  /** Returns whether the token is fresh or stale: usable for a request that starts now. */
  boolean isUsable(long nanoTime) {
    return nanoTime - receivedAt < usableFor;
  }

  /** Returns whether the token has not expired, so it is still useful if there is no other. */
  boolean isUnexpired(long nanoTime) {
    return nanoTime - receivedAt < validFor;
  }
}
