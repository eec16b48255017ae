package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The token for one kind of request, and the one flight that brings the next. */
final class CacheEntry {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.tokens");

  /** What a flight has at least, however little time the caller has who began it. */
  private static final Duration FLIGHT_TIME = Duration.ofMinutes(1);

  private static final Duration BACK_OFF = Duration.ofSeconds(30);
  private static final Duration LONGEST_BACK_OFF = Duration.ofHours(1);

  private final CacheContext parts;
  private volatile @Nullable CachedToken held;
  private @Nullable TokenRefresh flight;
  private long quietUntil;

  CacheEntry(CacheContext parts) {
    this.parts = parts;
    this.quietUntil = parts.timer().nanoTime();
  }

  /** The token if nobody has to wait for it; a stale one is replaced behind the caller's back. */
  @Nullable CachedToken ready(TokenRequest request) {
    CachedToken known = held;
    long now = parts.timer().nanoTime();
    if (known == null || !known.isUsable(now) || rejects(request, known)) {
      return null;
    }
    if (!known.isFresh(now)) {
      refreshInBackground(request, now);
    }
    return known;
  }

  private void refreshInBackground(TokenRequest request, long now) {
    TokenRefresh started;
    synchronized (this) {
      CachedToken known = held;
      boolean replaced = known == null || known.isFresh(now);
      if (flight != null || replaced || now - quietUntil < 0) {
        return;
      }
      // Not the caller's request: that may allow to ask a person, and nobody waits for this one.
      TokenRequest own = TokenRequest.within(FLIGHT_TIME).withScopes(request.scopes());
      String claims = request.claims().orElse(null);
      started = new TokenRefresh(parts, this, claims == null ? own : own.withClaims(claims));
      flight = started;
    }
    started.start();
  }

  /** The token, after a flight if need be. The future is the caller's own. */
  CompletableFuture<CachedToken> fetch(TokenRequest request) {
    TokenRefresh joined;
    boolean starts = false;
    synchronized (this) {
      CachedToken known = held;
      if (known != null && rejects(request, known)) {
        held = null;
      } else if (known != null && known.isUsable(parts.timer().nanoTime())) {
        return CompletableFuture.completedFuture(known);
      }
      if (flight == null) {
        flight = new TokenRefresh(parts, this, withTimeToArrive(request));
        starts = true;
      }
      joined = flight;
    }
    if (starts) {
      joined.start();
    }
    return follow(joined, request);
  }

  /**
   * Waits for a flight; for another one if that was not allowed, or not told, what this caller is.
   */
  private CompletableFuture<CachedToken> follow(TokenRefresh joined, TokenRequest request) {
    CompletableFuture<CachedToken> own = new CompletableFuture<>();
    CompletableFuture<CachedToken> unused =
        joined
            .result()
            .whenComplete(
                (token, failure) -> {
                  boolean satisfies = failure == null && !rejects(request, token);
                  if (satisfies || joined.covers(request)) {
                    pass(token, failure, own);
                  } else if (!own.isDone()) {
                    CompletableFuture<CachedToken> unusedNext =
                        fetch(request)
                            .whenComplete((next, nextFailure) -> pass(next, nextFailure, own));
                  }
                });
    return own;
  }

  private static void pass(
      @Nullable CachedToken token, @Nullable Throwable failure, CompletableFuture<CachedToken> to) {
    if (token != null) {
      to.complete(token);
    } else if (failure != null) {
      to.completeExceptionally(failure);
    }
  }

  /**
   * Puts away what a flight brought, before those who wait hear of it.
   *
   * @return what to tell them: the token, or on a failure the old one while that lives; null if
   *     there is nothing but the failure
   */
  @Nullable CachedToken applied(
      TokenRefresh from, @Nullable CachedToken token, @Nullable Throwable failure) {
    CachedToken kept = keep(from, token, failure);
    if (kept != null && failure != null) {
      // Nobody else hears of it. Its message may not be ours. Outside the lock: logs may be slow.
      LOG.debug("No new token, so the old one is given: {}", shown(failure));
    }
    return kept;
  }

  private synchronized @Nullable CachedToken keep(
      TokenRefresh from, @Nullable CachedToken token, @Nullable Throwable failure) {
    flight = null;
    long now = parts.timer().nanoTime();
    CachedToken old = held;
    CachedToken kept = token;
    if (old != null && old.lives(now) && !rejects(from.request(), old)) {
      // The same again has no longer a life than before, whatever the wall clock says by now.
      boolean same = token != null && token.token().equals(old.token());
      kept = token == null || same ? old : token;
    }
    if (kept == null || !kept.isFresh(now)) {
      quietUntil = now + backOff(failure).toNanos();
    }
    if (kept != null) {
      held = kept;
    }
    return kept;
  }

  private static String shown(Throwable failure) {
    return failure instanceof AuthenticationException e
        ? String.valueOf(e.kind())
        : failure.getClass().getSimpleName();
  }

  private static Duration backOff(@Nullable Throwable failure) {
    Duration asked =
        failure instanceof AuthenticationException e ? e.retryAfter().orElse(BACK_OFF) : BACK_OFF;
    if (asked.compareTo(LONGEST_BACK_OFF) > 0) {
      return LONGEST_BACK_OFF;
    }
    return asked.compareTo(BACK_OFF) > 0 ? asked : BACK_OFF;
  }

  /** Replaces a token that the service has rejected, if it is still the one here. */
  synchronized void supersede(AccessToken rejected, CachedToken better) {
    CachedToken known = held;
    if (known != null && known.token().equals(rejected)) {
      held = better;
    }
  }

  private static TokenRequest withTimeToArrive(TokenRequest request) {
    return request.timeLeft().compareTo(FLIGHT_TIME) < 0
        ? request.withTimeLeft(FLIGHT_TIME)
        : request;
  }

  private static boolean rejects(TokenRequest request, CachedToken token) {
    return token.token().equals(request.rejected().orElse(null));
  }
}
