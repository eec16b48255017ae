package canon.cpp.cloudservice.errors;

import canon.cpp.cloudservice.OpenValue;
import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * The stable code of a rejection, for programs. The set is open: the service may add codes.
 *
 * <pre>{@code
 * } catch (RejectedException e) {
 *   if (e.code().equals(ProblemCode.SIGN_IN_REQUIRED)) { … }
 * }
 * }</pre>
 */
public final class ProblemCode extends OpenValue {
  /** A value of the request is not allowed; the response names the field. */
  public static final ProblemCode VALIDATION_FAILED = new ProblemCode("validation-failed", true);

  /** The page token is damaged, or comes from another list or other filters. */
  public static final ProblemCode PAGE_TOKEN_INVALID = new ProblemCode("page-token-invalid", true);

  /** No token was sent, or the service does not know it. */
  public static final ProblemCode UNAUTHENTICATED = new ProblemCode("unauthenticated", true);

  /** The token has expired. */
  public static final ProblemCode TOKEN_EXPIRED = new ProblemCode("token-expired", true);

  /** The session of the token was logged out (D32); the next sign-in creates a new one. */
  public static final ProblemCode SESSION_ENDED = new ProblemCode("session-ended", true);

  /** The account is not registered at any site (D4). */
  public static final ProblemCode ACCOUNT_NOT_REGISTERED =
      new ProblemCode("account-not-registered", true);

  /** The identity provider has not verified the account's address (D33). */
  public static final ProblemCode EMAIL_NOT_VERIFIED = new ProblemCode("email-not-verified", true);

  /** The address is bound to another account (D33). */
  public static final ProblemCode ACCOUNT_MISMATCH = new ProblemCode("account-mismatch", true);

  /** The account has to sign in first (D11). */
  public static final ProblemCode SIGN_IN_REQUIRED = new ProblemCode("sign-in-required", true);

  /** The account is not an administrator (D7). */
  public static final ProblemCode ADMINISTRATOR_REQUIRED =
      new ProblemCode("administrator-required", true);

  /** The account is not on the Remote Control list (D9). */
  public static final ProblemCode NOT_ON_REMOTE_CONTROL_LIST =
      new ProblemCode("not-on-remote-control-list", true);

  /** The printer's proof is not valid (D20). */
  public static final ProblemCode PRINTER_NOT_PROVEN = new ProblemCode("printer-not-proven", true);

  /** There is no such user, administrator or printer at the site. */
  public static final ProblemCode NOT_FOUND = new ProblemCode("not-found", true);

  /** At least one active administrator must remain (D13). */
  public static final ProblemCode LAST_ADMINISTRATOR = new ProblemCode("last-administrator", true);

  /** The address is registered at another site (D16). */
  public static final ProblemCode ACCOUNT_REGISTERED_ELSEWHERE =
      new ProblemCode("account-registered-elsewhere", true);

  /** The printer is registered at another site (D21). */
  public static final ProblemCode PRINTER_REGISTERED_ELSEWHERE =
      new ProblemCode("printer-registered-elsewhere", true);

  /** A request with this key is still being processed. */
  public static final ProblemCode IDEMPOTENCY_KEY_IN_PROGRESS =
      new ProblemCode("idempotency-key-in-progress", true);

  /** The key was used for another request. */
  public static final ProblemCode IDEMPOTENCY_KEY_REUSED =
      new ProblemCode("idempotency-key-reused", true);

  /** Too many requests; the response says when to try again. */
  public static final ProblemCode RATE_LIMITED = new ProblemCode("rate-limited", true);

  /** Sent by a fake service only: it does not model the request. */
  public static final ProblemCode NOT_MODELLED = new ProblemCode("not-modelled", true);

  private static final OpenSet<ProblemCode> KNOWN =
      new OpenSet<>(
          ProblemCode::new,
          VALIDATION_FAILED,
          PAGE_TOKEN_INVALID,
          UNAUTHENTICATED,
          TOKEN_EXPIRED,
          SESSION_ENDED,
          ACCOUNT_NOT_REGISTERED,
          EMAIL_NOT_VERIFIED,
          ACCOUNT_MISMATCH,
          SIGN_IN_REQUIRED,
          ADMINISTRATOR_REQUIRED,
          NOT_ON_REMOTE_CONTROL_LIST,
          PRINTER_NOT_PROVEN,
          NOT_FOUND,
          LAST_ADMINISTRATOR,
          ACCOUNT_REGISTERED_ELSEWHERE,
          PRINTER_REGISTERED_ELSEWHERE,
          IDEMPOTENCY_KEY_IN_PROGRESS,
          IDEMPOTENCY_KEY_REUSED,
          RATE_LIMITED,
          NOT_MODELLED);

  private ProblemCode(String id, boolean known) {
    super(id, known);
  }

  /**
   * Returns the value with this id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static ProblemCode of(String id) {
    return KNOWN.valueOf(id);
  }
}
