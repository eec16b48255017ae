package canon.cpp.cloudservice.testing.internal.identity;

/** A token is not accepted. Neither token nor claims are in the message. */
public final class TokenRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  TokenRejectedException(Reason reason) {
    super("The token is rejected: " + reason);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Why, in the order in which it is found out. */
  public enum Reason {
    /** It is no signed token. */
    UNREADABLE,
    /** Nobody signs it who is trusted. */
    ISSUER,
    /** The issuer has no such key. */
    KEY,
    /** The issuer's key has not signed it, or not with RS256. */
    SIGNATURE,
    /** It is meant for somebody else. */
    AUDIENCE,
    /** It is not good yet. */
    NOT_YET,
    /** It is good no more. */
    EXPIRED
  }
}
