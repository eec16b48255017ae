package canon.cpp.cloudservice.testing.internal.identity.oauth;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Refresh tokens that were given out, good or not any more.
 *
 * @param <A> the provider's kind of account
 */
public final class RefreshTokens<A> {
  private final SerialTokens texts;
  private final Map<String, Issued<A>> issued = new HashMap<>();

  public RefreshTokens(String name) {
    this.texts = new SerialTokens(name + "-refresh");
  }

  /** Whether a refresh token is good, and if not, why. */
  public enum State {
    GOOD,
    SPENT,
    REVOKED,
    EXPIRED
  }

  /** A refresh token that was given out, as it is now. */
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

  /** Uses a good refresh token up; of two who try at once, one succeeds. */
  public synchronized boolean spend(String text) {
    Issued<A> token = issued.get(text);
    if (token == null || token.state != State.GOOD) {
      return false;
    }
    token.state = State.SPENT;
    return true;
  }

  /** Takes back all that are good and fit. */
  public synchronized void revoke(Predicate<CompletedSignIn<A>> which) {
    issued.values().stream()
        .filter(token -> token.state == State.GOOD && which.test(token.signedIn))
        .forEach(token -> token.state = State.REVOKED);
  }

  /** A refresh token that was given out. */
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
