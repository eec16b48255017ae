package canon.cpp.cloudservice.testing.internal.identity.oauth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Refresh tokens that were issued, valid or not.
 *
 * @param <A> the provider's kind of account
 */
public final class RefreshTokens<A> {
  private final SerialTokens texts;
  private final Map<String, StoredRefreshToken<A>> issued = new HashMap<>();

  public RefreshTokens(String name) {
    this.texts = new SerialTokens(name + "-refresh");
  }

  /** Whether a refresh token is valid, and if not, why. */
  public enum RefreshState {
    GOOD,
    SPENT,
    REVOKED,
    EXPIRED
  }

  /** A refresh token in its current state. */
  public record KnownRefreshToken<A>(CompletedSignIn<A> signedIn, RefreshState state) {}

  public synchronized String issue(CompletedSignIn<A> signedIn, Instant expiresAt) {
    String text = texts.next();
    issued.put(text, new StoredRefreshToken<>(signedIn, expiresAt));
    return text;
  }

  public synchronized Optional<KnownRefreshToken<A>> find(String text, Instant now) {
    StoredRefreshToken<A> token = issued.get(text);
    if (token == null) {
      return Optional.empty();
    }
    boolean expired = token.state == RefreshState.GOOD && !now.isBefore(token.expiresAt);
    return Optional.of(
        new KnownRefreshToken<>(token.signedIn, expired ? RefreshState.EXPIRED : token.state));
  }

  /** Uses a valid refresh token; of two concurrent uses, one succeeds. */
  public synchronized boolean spend(String text) {
    StoredRefreshToken<A> token = issued.get(text);
    if (token == null || token.state != RefreshState.GOOD) {
      return false;
    }
    token.state = RefreshState.SPENT;
    return true;
  }

  /** Revokes all valid tokens that match. */
  public synchronized void revoke(Predicate<CompletedSignIn<A>> which) {
    issued.values().stream()
        .filter(token -> token.state == RefreshState.GOOD && which.test(token.signedIn))
        .forEach(token -> token.state = RefreshState.REVOKED);
  }

  /** A refresh token that was issued. */
  private static final class StoredRefreshToken<A> {
    private final CompletedSignIn<A> signedIn;
    private final Instant expiresAt;
    private RefreshState state = RefreshState.GOOD;

    StoredRefreshToken(CompletedSignIn<A> signedIn, Instant expiresAt) {
      this.signedIn = signedIn;
      this.expiresAt = expiresAt;
    }
  }
}
