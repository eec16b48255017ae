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
  public static final ProblemCode VALIDATION_FAILED = new ProblemCode(Id.VALIDATION_FAILED, true);

  /** The page token is damaged, or comes from another list or other filters. */
  public static final ProblemCode PAGE_TOKEN_INVALID = new ProblemCode(Id.PAGE_TOKEN_INVALID, true);

  /** No token was sent, or the service does not know it. */
  public static final ProblemCode UNAUTHENTICATED = new ProblemCode(Id.UNAUTHENTICATED, true);

  /** The token has expired. */
  public static final ProblemCode TOKEN_EXPIRED = new ProblemCode(Id.TOKEN_EXPIRED, true);

  /** The session of the token was logged out (D32); the next sign-in creates a new one. */
  public static final ProblemCode SESSION_ENDED = new ProblemCode(Id.SESSION_ENDED, true);

  /** The account is not registered at any site (D4). */
  public static final ProblemCode ACCOUNT_NOT_REGISTERED =
      new ProblemCode(Id.ACCOUNT_NOT_REGISTERED, true);

  /** The identity provider has not verified the account's address (D33). */
  public static final ProblemCode EMAIL_NOT_VERIFIED = new ProblemCode(Id.EMAIL_NOT_VERIFIED, true);

  /** The address is bound to another account (D33). */
  public static final ProblemCode ACCOUNT_MISMATCH = new ProblemCode(Id.ACCOUNT_MISMATCH, true);

  /** The account has to sign in first (D11). */
  public static final ProblemCode SIGN_IN_REQUIRED = new ProblemCode(Id.SIGN_IN_REQUIRED, true);

  /** The account is not an administrator (D7). */
  public static final ProblemCode ADMINISTRATOR_REQUIRED =
      new ProblemCode(Id.ADMINISTRATOR_REQUIRED, true);

  /** The account is not on the Remote Control list (D9). */
  public static final ProblemCode NOT_ON_REMOTE_CONTROL_LIST =
      new ProblemCode(Id.NOT_ON_REMOTE_CONTROL_LIST, true);

  /** The printer's proof is not valid (D20). */
  public static final ProblemCode PRINTER_NOT_PROVEN = new ProblemCode(Id.PRINTER_NOT_PROVEN, true);

  /** There is no such user, administrator or printer at the site. */
  public static final ProblemCode NOT_FOUND = new ProblemCode(Id.NOT_FOUND, true);

  /** The member has changed since its etag was read; never retried. */
  public static final ProblemCode PRECONDITION_FAILED =
      new ProblemCode("precondition-failed", true);

  /** At least one active administrator must remain (D13). */
  public static final ProblemCode LAST_ADMINISTRATOR = new ProblemCode(Id.LAST_ADMINISTRATOR, true);

  /** The address is registered at another site (D16). */
  public static final ProblemCode ACCOUNT_REGISTERED_ELSEWHERE =
      new ProblemCode(Id.ACCOUNT_REGISTERED_ELSEWHERE, true);

  /** The printer is registered at another site (D21). */
  public static final ProblemCode PRINTER_REGISTERED_ELSEWHERE =
      new ProblemCode(Id.PRINTER_REGISTERED_ELSEWHERE, true);

  /** A request with this key is still being processed. */
  public static final ProblemCode IDEMPOTENCY_KEY_IN_PROGRESS =
      new ProblemCode(Id.IDEMPOTENCY_KEY_IN_PROGRESS, true);

  /** The key was used for another request. */
  public static final ProblemCode IDEMPOTENCY_KEY_REUSED =
      new ProblemCode(Id.IDEMPOTENCY_KEY_REUSED, true);

  /** Too many requests; the response says when to try again. */
  public static final ProblemCode RATE_LIMITED = new ProblemCode(Id.RATE_LIMITED, true);

  /** Sent by a fake service only: it does not model the request. */
  public static final ProblemCode NOT_MODELLED = new ProblemCode(Id.NOT_MODELLED, true);

  private static final OpenSet<ProblemCode> KNOWN =
      new OpenSet<>(
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
          PRECONDITION_FAILED,
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
    ProblemCode constant = KNOWN.find(id);
    return constant == null ? new ProblemCode(id, false) : constant;
  }

  /**
   * The ids of the codes, as constants for the labels of a switch:
   *
   * <pre>{@code
   * switch (e.code().id()) {
   *   case ProblemCode.Id.LAST_ADMINISTRATOR -> …
   *   case ProblemCode.Id.ACCOUNT_REGISTERED_ELSEWHERE -> …
   *   default -> …
   * }
   * }</pre>
   */
  public static final class Id {
    /** The id of {@link ProblemCode#VALIDATION_FAILED}. */
    public static final String VALIDATION_FAILED = "validation-failed";

    /** The id of {@link ProblemCode#PAGE_TOKEN_INVALID}. */
    public static final String PAGE_TOKEN_INVALID = "page-token-invalid";

    /** The id of {@link ProblemCode#UNAUTHENTICATED}. */
    public static final String UNAUTHENTICATED = "unauthenticated";

    /** The id of {@link ProblemCode#TOKEN_EXPIRED}. */
    public static final String TOKEN_EXPIRED = "token-expired";

    /** The id of {@link ProblemCode#SESSION_ENDED}. */
    public static final String SESSION_ENDED = "session-ended";

    /** The id of {@link ProblemCode#ACCOUNT_NOT_REGISTERED}. */
    public static final String ACCOUNT_NOT_REGISTERED = "account-not-registered";

    /** The id of {@link ProblemCode#EMAIL_NOT_VERIFIED}. */
    public static final String EMAIL_NOT_VERIFIED = "email-not-verified";

    /** The id of {@link ProblemCode#ACCOUNT_MISMATCH}. */
    public static final String ACCOUNT_MISMATCH = "account-mismatch";

    /** The id of {@link ProblemCode#SIGN_IN_REQUIRED}. */
    public static final String SIGN_IN_REQUIRED = "sign-in-required";

    /** The id of {@link ProblemCode#ADMINISTRATOR_REQUIRED}. */
    public static final String ADMINISTRATOR_REQUIRED = "administrator-required";

    /** The id of {@link ProblemCode#NOT_ON_REMOTE_CONTROL_LIST}. */
    public static final String NOT_ON_REMOTE_CONTROL_LIST = "not-on-remote-control-list";

    /** The id of {@link ProblemCode#PRINTER_NOT_PROVEN}. */
    public static final String PRINTER_NOT_PROVEN = "printer-not-proven";

    /** The id of {@link ProblemCode#NOT_FOUND}. */
    public static final String NOT_FOUND = "not-found";

    /** The id of {@link ProblemCode#LAST_ADMINISTRATOR}. */
    public static final String LAST_ADMINISTRATOR = "last-administrator";

    /** The id of {@link ProblemCode#ACCOUNT_REGISTERED_ELSEWHERE}. */
    public static final String ACCOUNT_REGISTERED_ELSEWHERE = "account-registered-elsewhere";

    /** The id of {@link ProblemCode#PRINTER_REGISTERED_ELSEWHERE}. */
    public static final String PRINTER_REGISTERED_ELSEWHERE = "printer-registered-elsewhere";

    /** The id of {@link ProblemCode#IDEMPOTENCY_KEY_IN_PROGRESS}. */
    public static final String IDEMPOTENCY_KEY_IN_PROGRESS = "idempotency-key-in-progress";

    /** The id of {@link ProblemCode#IDEMPOTENCY_KEY_REUSED}. */
    public static final String IDEMPOTENCY_KEY_REUSED = "idempotency-key-reused";

    /** The id of {@link ProblemCode#RATE_LIMITED}. */
    public static final String RATE_LIMITED = "rate-limited";

    /** The id of {@link ProblemCode#NOT_MODELLED}. */
    public static final String NOT_MODELLED = "not-modelled";

    private Id() {}
  }
}
