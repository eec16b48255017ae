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
  private final Map<String, Issued<A>> issued = new HashMap<>();

  public RefreshTokens(String name) {
    this.texts = new SerialTokens(name + "-refresh");
  }

  /** Whether a refresh token is valid, and if not, why. */
  public enum State {
    GOOD,
    SPENT,
    REVOKED,
    EXPIRED
  }

  /** A refresh token in its current state. */
  public record Found<A>(CompletedSignIn<A> signedIn, State state) {}

  public synchronized String issue(CompletedSignIn<A> signedIn, Instant expiresAt) {
    String text = texts.next();
    issued.put(text, new Issued<>(signedIn, expiresAt));
    return text;
  }

  public synchronized Optional<Found<A>> find(String text, Instant now) {
    Issued<A> token = issued.get(text);
    if (token == null) {
      return Optional.empty();
    }
    boolean expired = token.state == State.GOOD && !now.isBefore(token.expiresAt);
    return Optional.of(new Found<>(token.signedIn, expired ? State.EXPIRED : token.state));
  }

  /** Uses a valid refresh token; of two concurrent uses, one succeeds. */
  public synchronized boolean spend(String text) {
    Issued<A> token = issued.get(text);
    if (token == null || token.state != State.GOOD) {
      return false;
    }
    token.state = State.SPENT;
    return true;
  }

  /** Revokes all valid tokens that match. */
  public synchronized void revoke(Predicate<CompletedSignIn<A>> which) {
    issued.values().stream()
        .filter(token -> token.state == State.GOOD && which.test(token.signedIn))
        .forEach(token -> token.state = State.REVOKED);
  }

  /** A refresh token that was issued. */
  private static final class Issued<A> {
    private final CompletedSignIn<A> signedIn;
    private final Instant expiresAt;
    private State state = State.GOOD;

    Issued(CompletedSignIn<A> signedIn, Instant expiresAt) {
      this.signedIn = signedIn;
      this.expiresAt = expiresAt;
    }
  }
}
