package canon.cpp.cloudservice.testing.internal.session;

import canon.cpp.cloudservice.testing.FakeAccount;
import java.time.Instant;

/** A token that the fake issued or accepted. Guarded by the lock of the store. */
public final class IssuedToken {
  private final String text;
  private final FakeAccount account;
  private Instant expiresAt;
  private boolean ended;
  private boolean revoked;
  private boolean renewable;

  IssuedToken(String text, FakeAccount account, Instant expiresAt) {
    this.text = text;
    this.account = account;
    this.expiresAt = expiresAt;
  }

  /** Returns a token with the given state. */
  public static IssuedToken restored(
      String text,
      FakeAccount account,
      Instant expiresAt,
      boolean ended,
      boolean revoked,
      boolean renewable) {
    IssuedToken token = new IssuedToken(text, account, expiresAt);
    token.ended = ended;
    token.revoked = revoked;
    token.renewable = renewable;
    return token;
  }

  public String text() {
    return text;
  }

  public FakeAccount account() {
    return account;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Returns whether the session of this token was ended by a log out (D32). */
  public boolean isEnded() {
    return ended;
  }

  /** Returns whether the token was revoked. */
  public boolean isRevoked() {
    return revoked;
  }

  /** Returns whether the client can obtain a new token after a rejection. */
  public boolean isRenewable() {
    return renewable;
  }

  void end() {
    ended = true;
  }

  /** Revokes the token. */
  public void revoke() {
    revoked = true;
  }

  /** Lets the token expire now, unless it has expired already. */
  public void expire(Instant now) {
    if (now.isBefore(expiresAt)) {
      expiresAt = now;
    }
  }
}
