package canon.cpp.cloudservice.internal.auth;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.internal.concurrent.Waiters;
import canon.cpp.cloudservice.internal.concurrent.Waiters.Waiter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One question to the provider, for all who wait for its answer. It ends in time, or is ended. */
final class TokenFlight {
  private final CacheParts parts;
  private final TokenSlot slot;
  private final TokenRequest request;
  private final CompletableFuture<HeldToken> result = new CompletableFuture<>();
  private final Waiters thread = new Waiters();
  private final AtomicBoolean landed = new AtomicBoolean();

  TokenFlight(CacheParts parts, TokenSlot slot, TokenRequest request) {
    this.parts = parts;
    this.slot = slot;
    this.request = request;
  }

  TokenRequest request() {
    return request;
  }

  CompletableFuture<HeldToken> result() {
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
    CompletableFuture<Void> unusedAlarm = alarm.thenRun(() -> abandon(TokenFailures.tookTooLong()));
    CompletableFuture<HeldToken> unusedEnd =
        result.whenComplete(
            (token, failure) -> {
              alarm.cancel(false);
              parts.flights().remove(this);
            });
    parts.flights().add(this);
    try {
      parts.executor().execute(this::ask);
    } catch (RejectedExecutionException e) {
      land(null, TokenFailures.noThread(e));
    }
  }

  private void ask() {
    if (landed.get()) {
      return;
    }
    HeldToken token = null;
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

  private HeldToken held(AccessToken token) {
    requireNonNull(token, "the token provider answered null");
    return new HeldToken(token, parts.timer().nanoTime(), parts.clock().instant());
  }

  /** Ends it for those who wait, and as far as possible for the provider. */
  void abandon(SignInException reason) {
    land(null, reason);
    thread.interruptAll();
  }

  private void land(@Nullable HeldToken token, @Nullable Throwable failure) {
    if (landed.compareAndSet(false, true)) {
      HeldToken told = slot.landed(this, token, failure);
      if (told != null) {
        result.complete(told);
      } else {
        result.completeExceptionally(failure == null ? TokenFailures.closed() : failure);
      }
    }
  }
}
