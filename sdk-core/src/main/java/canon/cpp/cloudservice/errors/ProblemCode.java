package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.values.OpenSet;

/**
 * The stable code of a rejection, for programs. An open set.
 *
 * <pre>{@code
 * } catch (RejectedException e) {
 *   if (e.code().equals(ProblemCode.SIGN_IN_REQUIRED)) { … }
 * }
 * }</pre>
 *
 * @param id the id on the wire
 */
public record ProblemCode(String id) {
  /** A value of the request is not allowed; the answer names the field. */
  public static final ProblemCode VALIDATION_FAILED = new ProblemCode("validation-failed");

  /** The page token is damaged, or comes from another list or other filters. */
  public static final ProblemCode PAGE_TOKEN_INVALID = new ProblemCode("page-token-invalid");

  /** No token was sent, or the service does not know it. */
  public static final ProblemCode UNAUTHENTICATED = new ProblemCode("unauthenticated");

  /** The token's life is over. */
  public static final ProblemCode TOKEN_EXPIRED = new ProblemCode("token-expired");

  /** The token was logged out (D32); the next sign-in starts anew. */
  public static final ProblemCode SESSION_ENDED = new ProblemCode("session-ended");

  /** No site knows the account (D4). */
  public static final ProblemCode ACCOUNT_NOT_REGISTERED =
      new ProblemCode("account-not-registered");

  /** The identity provider does not vouch for the account's address (D33). */
  public static final ProblemCode EMAIL_NOT_VERIFIED = new ProblemCode("email-not-verified");

  /** The address is bound to another account (D33). */
  public static final ProblemCode ACCOUNT_MISMATCH = new ProblemCode("account-mismatch");

  /** The account has to sign in first (D11). */
  public static final ProblemCode SIGN_IN_REQUIRED = new ProblemCode("sign-in-required");

  /** The account is no administrator (D7). */
  public static final ProblemCode ADMINISTRATOR_REQUIRED =
      new ProblemCode("administrator-required");

  /** The account is not on the Remote Control list (D9). */
  public static final ProblemCode NOT_ON_REMOTE_CONTROL_LIST =
      new ProblemCode("not-on-remote-control-list");

  /** The printer's proof is not good (D20). */
  public static final ProblemCode PRINTER_NOT_PROVEN = new ProblemCode("printer-not-proven");

  /** There is no such user, administrator or printer at the site. */
  public static final ProblemCode NOT_FOUND = new ProblemCode("not-found");

  /** At least one active administrator must remain (D13). */
  public static final ProblemCode LAST_ADMINISTRATOR = new ProblemCode("last-administrator");

  /** The address is registered at another site (D16). */
  public static final ProblemCode ACCOUNT_REGISTERED_ELSEWHERE =
      new ProblemCode("account-registered-elsewhere");

  /** The printer is registered at another site (D21). */
  public static final ProblemCode PRINTER_REGISTERED_ELSEWHERE =
      new ProblemCode("printer-registered-elsewhere");

  /** A request with this key is under way. */
  public static final ProblemCode IDEMPOTENCY_KEY_IN_PROGRESS =
      new ProblemCode("idempotency-key-in-progress");

  /** The key was used for another request. */
  public static final ProblemCode IDEMPOTENCY_KEY_REUSED =
      new ProblemCode("idempotency-key-reused");

  /** Too many requests; the answer says when to come back. */
  public static final ProblemCode RATE_LIMITED = new ProblemCode("rate-limited");

  /** Answered by a fake service only: it does not know the request. */
  public static final ProblemCode NOT_MODELLED = new ProblemCode("not-modelled");

  private static final OpenSet<ProblemCode> KNOWN =
      new OpenSet<>(
          ProblemCode::id,
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

  /**
   * Creates the value.
   *
   * @param id the id on the wire
   * @throws NullPointerException if something is missing that may not be null
   */
  public ProblemCode {
    requireNonNull(id, "id");
  }

  /**
   * The value with an id.
   *
   * @param id the id on the wire
   * @return the constant if this version knows the id, otherwise a value that keeps it
   */
  public static ProblemCode of(String id) {
    return KNOWN.valueOf(requireNonNull(id, "id"));
  }

  /**
   * Whether this version of the library knows the value.
   *
   * @return false for a value that the service has learnt since
   */
  public boolean isKnown() {
    return KNOWN.contains(id);
  }

  /** Shows the id. */
  @Override
  public String toString() {
    return id;
  }
}
