package canon.cpp.cloudservice.internal.auth;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads;
import canon.cpp.cloudservice.internal.concurrent.InterruptibleThreads.Waiter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One question to the provider, for all who wait for its answer. It ends in time, or is ended. */
final class TokenRefresh {
  private final CacheContext parts;
  private final CacheEntry slot;
  private final TokenRequest request;
  private final CompletableFuture<CachedToken> result = new CompletableFuture<>();
  private final InterruptibleThreads thread = new InterruptibleThreads();
  private final AtomicBoolean applied = new AtomicBoolean();

  TokenRefresh(CacheContext parts, CacheEntry slot, TokenRequest request) {
    this.parts = parts;
    this.slot = slot;
    this.request = request;
  }

  TokenRequest request() {
    return request;
  }

  CompletableFuture<CachedToken> result() {
    return result;
  }

  /** Whether a request for {@code wish} would have asked the provider for no more than this one. */
  boolean covers(TokenRequest wish) {
    return (request.mayInteract() || !wish.mayInteract())
        && (!wish.rejected().isPresent() || wish.rejected().equals(request.rejected()));
  }

  /** Takes off. Not under a lock: an executor may run the work in this thread. */
  void start() {
    CompletableFuture<Void> alarm = parts.timer().timeout(request.timeLeft());
    CompletableFuture<Void> unusedAlarm = alarm.thenRun(() -> abandon(TokenErrors.tookTooLong()));
    CompletableFuture<CachedToken> unusedEnd =
        result.whenComplete(
            (token, failure) -> {
              alarm.cancel(false);
              parts.flights().remove(this);
            });
    parts.flights().add(this);
    try {
      parts.executor().execute(this::ask);
    } catch (RejectedExecutionException e) {
      land(null, TokenErrors.noThread(e));
    }
  }

  private void ask() {
    if (applied.get()) {
      return;
    }
    CachedToken token = null;
    Throwable failure = null;
    Waiter waiter = thread.enter();
    try {
      token = held(parts.provider().token(request));
    } catch (Throwable e) {
      // Whatever it is, those who wait have to hear of it.
      failure = e;
    } finally {
      boolean unusedInterrupt = waiter.leave();
    }
    land(token, failure);
  }

  private CachedToken held(AccessToken token) {
    requireNonNull(token, "the token provider answered null");
    return new CachedToken(token, parts.timer().nanoTime(), parts.clock().instant());
  }

  /** Ends it for those who wait, and as far as possible for the provider. */
  void abandon(AuthenticationException reason) {
    land(null, reason);
    thread.interruptAll();
  }

  private void land(@Nullable CachedToken token, @Nullable Throwable failure) {
    if (applied.compareAndSet(false, true)) {
      CachedToken told = slot.applied(this, token, failure);
      if (told != null) {
        result.complete(told);
      } else {
        result.completeExceptionally(failure == null ? TokenErrors.closed() : failure);
      }
    }
  }
}
