package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;

/** Explains Google's errors. Messages contain only the code and the status of a response. */
final class GoogleErrors {
  private static final int TOO_MANY_REQUESTS = 429;

  private final IdentityHttp http;

  GoogleErrors(IdentityHttp http) {
    this.http = http;
  }

  /** Returns the error for a code that a browser brought back. */
  AuthenticationException ofCode(IdentityResponse answer) {
    return isError(answer, "invalid_grant")
        ? start(AuthenticationErrorKind.CODE_EXPIRED, answer)
            .summary(
                "the authorization code has expired, was used before, or belongs to another"
                    + " client")
            .remedy("Start the sign-in again.")
            .build()
        : of(answer);
  }

  /** Returns the error for a refresh token. */
  AuthenticationException ofRefreshToken(IdentityResponse answer) {
    return isError(answer, "invalid_grant")
        ? start(AuthenticationErrorKind.SIGN_IN_REQUIRED, answer)
            .reason(SignInReason.SIGN_IN_ENDED)
            .build()
        : of(answer);
  }

  /** Returns the error for the credentials of a workload. */
  AuthenticationException ofProgram(IdentityResponse answer) {
    if (isError(answer, "invalid_grant") && isAboutTime(answer)) {
      return start(AuthenticationErrorKind.CLOCK_SKEW, answer)
          .summary("Google considers the signature of this machine too old or too new")
          .build();
    }
    return switch (isBusy(answer) ? "" : answer.error().orElse("")) {
      case "invalid_grant" ->
          start(AuthenticationErrorKind.DENIED, answer)
              .summary("Google does not accept the credentials of this workload")
              .remedy(
                  "Check that key and service account exist and are enabled, and that the workload"
                      + " pool trusts the issuer of the workload's token.")
              .build();
      case "PERMISSION_DENIED", "NOT_FOUND" ->
          start(AuthenticationErrorKind.DENIED, answer)
              .summary(
                  "this workload may not impersonate the service account, or the account does"
                      + " not exist")
              .remedy(
                  "Check its address, and grant the workload the role Service Account OpenID"
                      + " Connect Identity Token Creator on it.")
              .build();
      default -> of(answer);
    };
  }

  /** Returns the errors that mean the same everywhere. */
  AuthenticationException of(IdentityResponse answer) {
    if (isBusy(answer)) {
      return start(AuthenticationErrorKind.TOKEN_ENDPOINT, answer).build();
    }
    return switch (answer.error().orElse("")) {
      case "invalid_client", "unauthorized_client", "deleted_client", "redirect_uri_mismatch" ->
          start(AuthenticationErrorKind.DENIED, answer)
              .summary("Google does not know this client as configured")
              .remedy("Check client id, client secret and redirect address at Google.")
              .build();
      case "access_denied" -> start(AuthenticationErrorKind.DENIED, answer).build();
      case "expired_token" -> start(AuthenticationErrorKind.CODE_EXPIRED, answer).build();
      case "admin_policy_enforced", "org_internal", "disallowed_useragent" ->
          start(AuthenticationErrorKind.BLOCKED_BY_POLICY, answer).build();
      case "temporarily_unavailable", "server_error", "rate_limit_exceeded" ->
          start(AuthenticationErrorKind.TOKEN_ENDPOINT, answer).build();
      default ->
          start(AuthenticationErrorKind.OTHER, answer)
              .summary("Google rejected the request")
              .remedy("Look up the code in Google's documentation.")
              .build();
    };
  }

  private AuthenticationExceptionBuilder start(
      AuthenticationErrorKind kind, IdentityResponse answer) {
    return http.failure(kind)
        .errorCode(answer.error().orElse(null))
        .status(answer.status())
        .retryAfter(answer.retryAfter());
  }

  /** Returns whether it is that error, and not a failure of the server. */
  private static boolean isError(IdentityResponse answer, String error) {
    return !isBusy(answer) && answer.error().filter(error::equals).isPresent();
  }

  private static boolean isBusy(IdentityResponse answer) {
    return answer.status() / 100 == 5 || answer.status() == TOO_MANY_REQUESTS;
  }

  /** Google has one code for every invalid assertion; only its description tells the cause. */
  private static boolean isAboutTime(IdentityResponse answer) {
    String description = answer.text("error_description").orElse("");
    return description.contains("short-lived token") || description.contains("iat and exp");
  }
}
