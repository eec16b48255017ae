package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The cached token for one kind of request, and the refresh in flight that replaces it. */
final class CacheEntry {
  private static final Logger LOG = LoggerFactory.getLogger("canon.cpp.cloudservice.tokens");

  /** The shortest timeout of a refresh, because other callers may join it. */
  private static final Duration SHORTEST_TIMEOUT = Duration.ofMinutes(1);

  private static final Duration BACKOFF = Duration.ofSeconds(30);
  private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);

  private final CacheContext context;
  private volatile @Nullable CachedToken cached;
  private @Nullable TokenRefresh refresh;
  private long noRefreshBefore;

  CacheEntry(CacheContext context) {
    this.context = context;
    this.noRefreshBefore = context.timer().nanoTime();
  }

  /** Returns the token if it is usable; starts a refresh in the background if it is stale. */
  @Nullable CachedToken ready(TokenRequest request) {
    CachedToken known = cached;
    long now = context.timer().nanoTime();
    if (known == null || !known.isUsable(now) || isRejected(request, known)) {
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
      CachedToken known = cached;
      boolean replaced = known == null || known.isFresh(now);
      if (refresh != null || replaced || now - noRefreshBefore < 0) {
        return;
      }
      // Not the caller's request: that may allow to ask a user, but no caller waits for this
      // refresh.
      TokenRequest own = TokenRequest.within(SHORTEST_TIMEOUT).withScopes(request.scopes());
      String claims = request.claims().orElse(null);
      started = new TokenRefresh(context, this, claims == null ? own : own.withClaims(claims));
      refresh = started;
    }
    started.start();
  }

  /** Returns the token, after a refresh if necessary. Each caller has a future of its own. */
  CompletableFuture<CachedToken> fetch(TokenRequest request) {
    TokenRefresh joined;
    boolean starts = false;
    synchronized (this) {
      CachedToken known = cached;
      if (known != null && isRejected(request, known)) {
        cached = null;
      } else if (known != null && known.isUsable(context.timer().nanoTime())) {
        return CompletableFuture.completedFuture(known);
      }
      if (refresh == null) {
        refresh = new TokenRefresh(context, this, withShortestTimeout(request));
        starts = true;
      }
      joined = refresh;
    }
    if (starts) {
      joined.start();
    }
    return follow(joined, request);
  }

  /** Waits for a refresh, and for another one if its request does not cover that of this caller. */
  private CompletableFuture<CachedToken> follow(TokenRefresh joined, TokenRequest request) {
    CompletableFuture<CachedToken> own = new CompletableFuture<>();
    CompletableFuture<CachedToken> unused =
        joined
            .result()
            .whenComplete(
                (token, failure) -> {
                  boolean satisfies = failure == null && !isRejected(request, token);
                  if (satisfies || joined.covers(request)) {
                    complete(own, token, failure);
                  } else if (!own.isDone()) {
                    CompletableFuture<CachedToken> unusedNext =
                        fetch(request)
                            .whenComplete((next, nextFailure) -> complete(own, next, nextFailure));
                  }
                });
    return own;
  }

  private static void complete(
      CompletableFuture<CachedToken> future,
      @Nullable CachedToken token,
      @Nullable Throwable failure) {
    if (token != null) {
      future.complete(token);
    } else if (failure != null) {
      future.completeExceptionally(failure);
    }
  }

  /**
   * Stores the result of a refresh, before its callers receive it.
   *
   * @return the token for the callers, which after a failure is the old one if it has not expired;
   *     null if there is only the failure
   */
  @Nullable CachedToken completed(
      TokenRefresh from, @Nullable CachedToken token, @Nullable Throwable failure) {
    CachedToken kept = keep(from, token, failure);
    if (kept != null && failure != null) {
      // The message may contain a secret. Outside the lock, because logging may be slow.
      LOG.debug("The token could not be refreshed, so the old one is used: {}", kind(failure));
    }
    return kept;
  }

  private synchronized @Nullable CachedToken keep(
      TokenRefresh from, @Nullable CachedToken token, @Nullable Throwable failure) {
    refresh = null;
    long now = context.timer().nanoTime();
    CachedToken old = cached;
    CachedToken kept = token;
    if (old != null && old.isUnexpired(now) && !isRejected(from.request(), old)) {
      // The same token has the same lifetime as before, whatever the wall clock says now.
      boolean same = token != null && token.token().equals(old.token());
      kept = token == null || same ? old : token;
    }
    if (kept == null || !kept.isFresh(now)) {
      noRefreshBefore = now + backoff(failure).toNanos();
    }
    if (kept != null) {
      cached = kept;
    }
    return kept;
  }

  private static String kind(Throwable failure) {
    return failure instanceof AuthenticationException e
        ? String.valueOf(e.kind())
        : failure.getClass().getSimpleName();
  }

  private static Duration backoff(@Nullable Throwable failure) {
    Duration asked =
        failure instanceof AuthenticationException e ? e.retryAfter().orElse(BACKOFF) : BACKOFF;
    if (asked.compareTo(LONGEST_BACKOFF) > 0) {
      return LONGEST_BACKOFF;
    }
    return asked.compareTo(BACKOFF) > 0 ? asked : BACKOFF;
  }

  /** Replaces a token that the service has rejected, if it is still cached. */
  synchronized void replace(AccessToken rejected, CachedToken better) {
    CachedToken known = cached;
    if (known != null && known.token().equals(rejected)) {
      cached = better;
    }
  }

  private static TokenRequest withShortestTimeout(TokenRequest request) {
    return request.timeLeft().compareTo(SHORTEST_TIMEOUT) < 0
        ? request.withTimeLeft(SHORTEST_TIMEOUT)
        : request;
  }

  private static boolean isRejected(TokenRequest request, CachedToken token) {
    return token.token().equals(request.rejected().orElse(null));
  }
}
