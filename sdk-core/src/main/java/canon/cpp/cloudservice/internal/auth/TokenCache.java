package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.CachingTokenProvider;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.auth.TokenRequest;
import canon.cpp.cloudservice.internal.concurrent.ClosingRegistry;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import canon.cpp.cloudservice.time.Timer;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The token cache: one {@link CacheEntry} for each kind of request. Only {@link #token} blocks, for
 * callers that cannot use the other methods.
 */
public final class TokenCache implements CachingTokenProvider, NonBlockingTokenProvider {
  /** Claims come from the service, which must not decide on the memory that they take. */
  private static final int MAX_ENTRIES = 32;

  private final CacheContext context;
  private final Runnable onClose;
  private final Map<Key, CacheEntry> entries = new ConcurrentHashMap<>();

  /** Has methods of its own, because those that Java generates delay the first token. */
  private record Key(Set<String> scopes, @Nullable String claims) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && scopes.equals(key.scopes)
          && Objects.equals(claims, key.claims);
    }

    @Override
    public int hashCode() {
      return Objects.hash(scopes, claims);
    }
  }

  public TokenCache(
      TokenProvider provider, Timer timer, Clock clock, Executor executor, Runnable onClose) {
    this.context = new CacheContext(provider, timer, clock, executor, new ClosingRegistry<>());
    this.onClose = onClose;
  }

  @Override
  public boolean canRefresh() {
    return true;
  }

  @Override
  public @Nullable AccessToken ready(TokenRequest request) {
    CacheEntry entry = entries.get(key(request));
    CachedToken token =
        entry == null || context.refreshes().isClosed() ? null : entry.ready(request);
    return token == null ? null : provide(token, request);
  }

  @Override
  public CompletableFuture<AccessToken> fetch(TokenRequest request) {
    if (context.refreshes().isClosed()) {
      return Futures.failed(TokenErrors.closed());
    }
    return entry(key(request)).fetch(request).thenApply(token -> provide(token, request));
  }

  /**
   * Returns the token for the request. A token that has the claims that the service required is
   * valid for requests without claims too, so it replaces the rejected one: otherwise each later
   * call would be rejected first.
   */
  private AccessToken provide(CachedToken token, TokenRequest request) {
    AccessToken rejected = request.rejected().orElse(null);
    if (rejected != null && request.claims().isPresent()) {
      CacheEntry withoutClaims = entries.get(new Key(request.scopes(), null));
      if (withoutClaims != null) {
        withoutClaims.replace(rejected, token);
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
    CompletableFuture<Void> timeout = context.timer().timeout(request.timeLeft());
    try {
      return Futures.get(fetch(request), timeout, TokenErrors::timedOut);
    } catch (ExecutionException e) {
      throw TokenErrors.forCaller(null, Futures.cause(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TokenErrors.interrupted(e);
    }
  }

  private CacheEntry entry(Key key) {
    if (entries.size() >= MAX_ENTRIES && !entries.containsKey(key)) {
      entries.keySet().removeIf(known -> known.claims() != null);
    }
    return entries.computeIfAbsent(key, absent -> new CacheEntry(context));
  }

  private static Key key(TokenRequest request) {
    return new Key(request.scopes(), request.claims().orElse(null));
  }

  @Override
  public void clear() {
    // Refreshes in flight still serve their callers, but store their tokens in no entry of this.
    entries.clear();
  }

  @Override
  public void forget() {
    clear();
    try {
      context.provider().forget();
    } finally {
      // A token that was received in the meantime belongs to the account, too.
      clear();
    }
  }

  @Override
  public void close() {
    boolean unused = context.refreshes().close(refresh -> refresh.abandon(TokenErrors.closed()));
    entries.clear();
    onClose.run();
  }

  @Override
  public String toString() {
    return "CachingTokenProvider[" + entries.size() + " kept]";
  }
}
