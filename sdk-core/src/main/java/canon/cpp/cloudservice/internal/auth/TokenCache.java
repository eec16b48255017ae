package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The cache of tokens: one {@link CacheEntry} for each kind of request. Nothing in it waits, except
 * {@link #token}, for those who have no other way to ask.
 */
public final class TokenCache implements CachingTokenProvider, NonBlockingTokenProvider {
  /** Claims come from the service; it does not decide how much memory they take. */
  private static final int MAX_SLOTS = 32;

  private final CacheContext parts;
  private final Runnable closing;
  private final Map<Key, CacheEntry> slots = new ConcurrentHashMap<>();

  private record Key(Set<String> scopes, @Nullable String claims) {}

  public TokenCache(
      TokenProvider provider, Timer timer, Clock clock, Executor executor, Runnable closing) {
    this.parts = new CacheContext(provider, timer, clock, executor, new InFlightRefreshes());
    this.closing = closing;
  }

  @Override
  public boolean canRefresh() {
    return true;
  }

  @Override
  public @Nullable AccessToken ready(TokenRequest request) {
    CacheEntry slot = slots.get(key(request));
    CachedToken token = slot == null || parts.flights().isClosed() ? null : slot.ready(request);
    return token == null ? null : given(token, request);
  }

  @Override
  public CompletableFuture<AccessToken> fetch(TokenRequest request) {
    if (parts.flights().isClosed()) {
      CompletableFuture<AccessToken> rejected = new CompletableFuture<>();
      rejected.completeExceptionally(TokenErrors.closed());
      return rejected;
    }
    return slot(key(request)).fetch(request).thenApply(token -> given(token, request));
  }

  /**
   * A token that shows what the service demanded of the one that it rejected is as good for all
   * that does not demand it. Were it not put in that one's place, every later call would be
   * rejected first.
   */
  private AccessToken given(CachedToken token, TokenRequest request) {
    AccessToken rejected = request.rejected().orElse(null);
    if (rejected != null && request.claims().isPresent()) {
      CacheEntry plain = slots.get(new Key(request.scopes(), null));
      if (plain != null) {
        plain.supersede(rejected, token);
      }
    }
    return token.token();
  }

  @Override
  public AccessToken token(TokenRequest request) {
    AccessToken ready = ready(request);
    if (ready != null) {
      return ready;
    }
    CompletableFuture<Void> alarm = parts.timer().timeout(request.timeLeft());
    CompletableFuture<AccessToken> token = fetch(request);
    try {
      Object unused = CompletableFuture.anyOf(token, alarm).get();
      if (token.isDone()) {
        return token.get();
      }
      throw TokenErrors.tookTooLong();
    } catch (ExecutionException e) {
      throw TokenErrors.forCaller(null, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TokenErrors.interrupted(e);
    } finally {
      alarm.cancel(false);
      token.cancel(false);
    }
  }

  private CacheEntry slot(Key key) {
    if (slots.size() >= MAX_SLOTS && !slots.containsKey(key)) {
      slots.keySet().removeIf(known -> known.claims() != null);
    }
    return slots.computeIfAbsent(key, absent -> new CacheEntry(parts));
  }

  private static Key key(TokenRequest request) {
    return new Key(request.scopes(), request.claims().orElse(null));
  }

  @Override
  public void clear() {
    // Flights that are under way bring their token to those who wait, and to no slot of ours.
    slots.clear();
  }

  @Override
  public void forget() {
    clear();
    try {
      parts.provider().forget();
    } finally {
      // What came in between was of the account, too.
      clear();
    }
  }

  @Override
  public void close() {
    parts.flights().close();
    slots.clear();
    closing.run();
  }

  @Override
  public String toString() {
    return "CachingTokenProvider[" + slots.size() + " kept]";
  }
}
