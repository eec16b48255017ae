package canon.cpp.cloudservice.testing.internal.wire;

/** The rejections of the contract, with status, title and detail. */
public enum ProblemKind {
  VALIDATION_FAILED(400, "validation-failed", "The request is not valid", ""),
  PAGE_TOKEN_INVALID(
      400,
      "page-token-invalid",
      "The page token is not valid",
      "Use the token with the list and filters for which it was issued, or start the list again."),
  UNAUTHENTICATED(401, "unauthenticated", "A valid access token is required", ""),
  TOKEN_EXPIRED(401, "token-expired", "The access token has expired", ""),
  SESSION_ENDED(
      401,
      "session-ended",
      "The session has ended",
      "The session of this token was ended by a log out. Sign in again with a new token."),
  ACCOUNT_NOT_REGISTERED(
      403,
      "account-not-registered",
      "The account is not registered",
      "Ask an administrator to add the address, or found a site by registering a printer."),
  EMAIL_NOT_VERIFIED(
      403,
      "email-not-verified",
      "The address of the account is not verified",
      "Verify the address with the identity provider and sign in again."),
  ACCOUNT_MISMATCH(
      403,
      "account-mismatch",
      "The address is bound to another account",
      "Use the account that signed in first, or ask an administrator to remove the member and add it again."),
  SIGN_IN_REQUIRED(
      403,
      "sign-in-required",
      "Sign in first",
      "Sign in to the portal once with this account, then try again."),
  ADMINISTRATOR_REQUIRED(403, "administrator-required", "Only an administrator may do this", ""),
  NOT_ON_REMOTE_CONTROL_LIST(
      403,
      "not-on-remote-control-list",
      "The account is not on the Remote Control list",
      "Ask an administrator to add the user."),
  PRINTER_NOT_PROVEN(
      403,
      "printer-not-proven",
      "The printer has not proven itself",
      "Register from the Settings Editor of the printer itself, with a fresh proof."),
  NOT_FOUND(404, "not-found", "Not found", ""),
  PRECONDITION_FAILED(
      412,
      "precondition-failed",
      "The member has changed",
      "Read the member again and decide anew."),
  LAST_ADMINISTRATOR(
      409,
      "last-administrator",
      "The last administrator cannot be removed",
      "Add another administrator, wait until that administrator has signed in, then try again."),
  ACCOUNT_REGISTERED_ELSEWHERE(
      409,
      "account-registered-elsewhere",
      "The address is registered at another site",
      "An account belongs to one site only. Remove it at the other site first, or use a second account for this site."),
  PRINTER_REGISTERED_ELSEWHERE(
      409,
      "printer-registered-elsewhere",
      "The printer is registered at another site",
      "Ask the administrator for confirmation, then register again with transfer."),
  IDEMPOTENCY_KEY_IN_PROGRESS(
      409,
      "idempotency-key-in-progress",
      "The first request with this key is still being handled",
      ""),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "idempotency-key-reused",
      "The key was used for another request",
      "Use a new key for a new change."),
  RATE_LIMITED(429, "rate-limited", "Too many requests", ""),
  NOT_MODELLED(501, "not-modelled", "Not modelled", "");

  private final int status;
  private final String code;
  private final String title;
  private final String detail;

  ProblemKind(int status, String code, String title, String detail) {
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** Returns what to do; empty if there is no advice. */
  public String detail() {
    return detail;
  }
}
