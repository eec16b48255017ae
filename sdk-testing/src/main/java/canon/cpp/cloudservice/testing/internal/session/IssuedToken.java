package canon.cpp.cloudservice.testing.internal.session;

import canon.cpp.cloudservice.testing.FakeAccount;
import java.time.Instant;

/** A token that the fake has given out. Guarded by the lock of the store. */
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

  /** A token just as it was. */
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

  /** Whether somebody logged out with this token (D32). */
  public boolean isEnded() {
    return ended;
  }

  /** Whether the identity provider took it back. */
  public boolean isRevoked() {
    return revoked;
  }

  /** Whether whoever has it gets another one when it is rejected. */
  public boolean isRenewable() {
    return renewable;
  }

  void end() {
    ended = true;
  }

  /** Nobody accepts the token any more. */
  public void revoke() {
    revoked = true;
  }

  /** Ends the life of the token, unless it is over. */
  public void expire(Instant now) {
    if (now.isBefore(expiresAt)) {
      expiresAt = now;
    }
  }
}
