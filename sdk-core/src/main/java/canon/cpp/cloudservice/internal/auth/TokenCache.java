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
 * The cache of tokens: one {@link TokenSlot} for each kind of request. Nothing in it waits, except
 * {@link #token}, for those who have no other way to ask.
 */
public final class TokenCache implements CachingTokenProvider, PromptTokens {
  /** Claims come from the service; it does not decide how much memory they take. */
  private static final int MAX_SLOTS = 32;

  private final CacheParts parts;
  private final Runnable closing;
  private final Map<Key, TokenSlot> slots = new ConcurrentHashMap<>();

  private record Key(Set<String> scopes, @Nullable String claims) {}

  public TokenCache(
      TokenProvider provider, Timer timer, Clock clock, Executor executor, Runnable closing) {
    this.parts = new CacheParts(provider, timer, clock, executor, new Flights());
    this.closing = closing;
  }

  @Override
  public boolean canRefresh() {
    return true;
  }

  @Override
  public @Nullable AccessToken ready(TokenRequest request) {
    TokenSlot slot = slots.get(key(request));
    HeldToken token = slot == null || parts.flights().isClosed() ? null : slot.ready(request);
    return token == null ? null : given(token, request);
  }

  @Override
  public CompletableFuture<AccessToken> fetch(TokenRequest request) {
    if (parts.flights().isClosed()) {
      CompletableFuture<AccessToken> refused = new CompletableFuture<>();
      refused.completeExceptionally(TokenFailures.closed());
      return refused;
    }
    return slot(key(request)).fetch(request).thenApply(token -> given(token, request));
  }

  /**
   * A token that shows what the service demanded of the one that it refused is as good for all that
   * does not demand it. Were it not put in that one's place, every later call would be refused
   * first.
   */
  private AccessToken given(HeldToken token, TokenRequest request) {
    AccessToken refused = request.rejected().orElse(null);
    if (refused != null && request.claims().isPresent()) {
      TokenSlot plain = slots.get(new Key(request.scopes(), null));
      if (plain != null) {
        plain.supersede(refused, token);
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
      throw TokenFailures.tookTooLong();
    } catch (ExecutionException e) {
      throw TokenFailures.forCaller(null, e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw TokenFailures.interrupted(e);
    } finally {
      alarm.cancel(false);
      token.cancel(false);
    }
  }

  private TokenSlot slot(Key key) {
    if (slots.size() >= MAX_SLOTS && !slots.containsKey(key)) {
      slots.keySet().removeIf(known -> known.claims() != null);
    }
    return slots.computeIfAbsent(key, absent -> new TokenSlot(parts));
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
