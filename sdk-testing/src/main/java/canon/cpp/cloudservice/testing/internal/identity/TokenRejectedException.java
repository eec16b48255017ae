package canon.cpp.cloudservice.testing.internal.identity;

/** A token is not accepted. The message contains neither the token nor its claims. */
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

  /** The reasons, in the order of the checks. */
  public enum Reason {
    /** It is not a signed token. */
    UNREADABLE,
    /** Its issuer is not trusted. */
    ISSUER,
    /** Its issuer does not have this key. */
    KEY,
    /** The signature is invalid, or the algorithm is not RS256. */
    SIGNATURE,
    /** It has another audience. */
    AUDIENCE,
    /** It is not valid yet. */
    NOT_YET,
    /** It has expired. */
    EXPIRED
  }
}
