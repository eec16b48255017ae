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

/** One request to the token provider, for all callers that wait for it. It has a timeout. */
final class TokenRefresh {
  private final CacheContext context;
  private final CacheEntry entry;
  private final TokenRequest request;
  private final CompletableFuture<CachedToken> result = new CompletableFuture<>();
  private final InterruptibleThreads thread = new InterruptibleThreads();
  private final AtomicBoolean completed = new AtomicBoolean();

  TokenRefresh(CacheContext context, CacheEntry entry, TokenRequest request) {
    this.context = context;
    this.entry = entry;
    this.request = request;
  }

  TokenRequest request() {
    return request;
  }

  CompletableFuture<CachedToken> result() {
    return result;
  }

  /** Returns whether another request would ask the provider for no more than this one. */
  boolean covers(TokenRequest other) {
    return (request.mayInteract() || !other.mayInteract())
        && (!other.rejected().isPresent() || other.rejected().equals(request.rejected()));
  }

  /** Starts the refresh. Not under a lock, because an executor may run the task on this thread. */
  void start() {
    CompletableFuture<Void> timeout = context.timer().timeout(request.timeLeft());
    CompletableFuture<Void> unusedTimeout = timeout.thenRun(() -> abandon(TokenErrors.timedOut()));
    CompletableFuture<CachedToken> unusedEnd =
        result.whenComplete(
            (token, failure) -> {
              timeout.cancel(false);
              context.refreshes().remove(this);
            });
    if (!context.refreshes().add(this)) {
      abandon(TokenErrors.closed());
    }
    try {
      context.executor().execute(this::ask);
    } catch (RejectedExecutionException e) {
      complete(null, TokenErrors.executorRejects(e));
    }
  }

  private void ask() {
    if (completed.get()) {
      return;
    }
    CachedToken token = null;
    Throwable failure = null;
    Waiter waiter = thread.enter();
    try {
      token = onReceipt(context.provider().token(request));
    } catch (Throwable e) {
      // The callers that wait must receive any failure.
      failure = e;
    } finally {
      boolean unusedInterrupt = waiter.leave();
    }
    complete(token, failure);
  }

  private CachedToken onReceipt(AccessToken token) {
    requireNonNull(token, "the token provider returned null");
    return new CachedToken(token, context.timer().nanoTime(), context.clock().instant());
  }

  /** Ends the refresh for its callers, and interrupts the provider. */
  void abandon(AuthenticationException reason) {
    complete(null, reason);
    thread.interruptAll();
  }

  private void complete(@Nullable CachedToken token, @Nullable Throwable failure) {
    if (completed.compareAndSet(false, true)) {
      CachedToken stored = entry.completed(this, token, failure);
      if (stored != null) {
        result.complete(stored);
      } else {
        result.completeExceptionally(failure == null ? TokenErrors.closed() : failure);
      }
    }
  }
}
