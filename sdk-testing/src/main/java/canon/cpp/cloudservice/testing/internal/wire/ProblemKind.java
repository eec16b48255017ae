package canon.cpp.cloudservice.testing.internal.wire;

/** Every rejection that the contract names, with its status and what it says to people. */
public enum ProblemKind {
  VALIDATION_FAILED(400, "validation-failed", "The request is not valid", ""),
  PAGE_TOKEN_INVALID(
      400,
      "page-token-invalid",
      "The page token is not valid",
      "Use the token with the list and the filters that it came from, or begin the list anew."),
  UNAUTHENTICATED(401, "unauthenticated", "A valid access token is required", ""),
  TOKEN_EXPIRED(401, "token-expired", "The access token has expired", ""),
  SESSION_ENDED(
      401,
      "session-ended",
      "The session has ended",
      "This token was logged out. Sign in anew with another one."),
  ACCOUNT_NOT_REGISTERED(
      403,
      "account-not-registered",
      "The account is not registered",
      "Ask an administrator to add the address, or found a site by registering a printer."),
  EMAIL_NOT_VERIFIED(
      403,
      "email-not-verified",
      "The address of the account is not verified",
      "Have the address verified with the identity provider and sign in again."),
  ACCOUNT_MISMATCH(
      403,
      "account-mismatch",
      "The address is bound to another account",
      "Use the account that signed in first, or have the member removed and added again."),
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
  LAST_ADMINISTRATOR(
      409,
      "last-administrator",
      "The last administrator cannot be removed",
      "Add another administrator, have that one sign in, then try again."),
  ACCOUNT_REGISTERED_ELSEWHERE(
      409,
      "account-registered-elsewhere",
      "The address is registered at another site",
      "It has to be removed there before it can be added here."),
  PRINTER_REGISTERED_ELSEWHERE(
      409,
      "printer-registered-elsewhere",
      "The printer is registered at another site",
      "Ask the administrator, and register again with transfer if the answer is yes."),
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

  /** What to do about it; empty if there is nothing to say. */
  public String detail() {
    return detail;
  }
}
