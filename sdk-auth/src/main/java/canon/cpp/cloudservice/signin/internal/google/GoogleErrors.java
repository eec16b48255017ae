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
  AuthenticationException ofCode(IdentityResponse response) {
    return isError(response, "invalid_grant")
        ? start(AuthenticationErrorKind.CODE_EXPIRED, response)
            .summary(
                "the authorization code has expired, was used before, or belongs to another"
                    + " client")
            .remedy("Start the sign-in again.")
            .build()
        : of(response);
  }

  /** Returns the error for a refresh token. */
  AuthenticationException ofRefreshToken(IdentityResponse response) {
    return isError(response, "invalid_grant")
        ? start(AuthenticationErrorKind.SIGN_IN_REQUIRED, response)
            .reason(SignInReason.SIGN_IN_ENDED)
            .build()
        : of(response);
  }

  /** Returns the error for the credentials of a workload. */
  AuthenticationException ofWorkload(IdentityResponse response) {
    if (isError(response, "invalid_grant") && isAboutTime(response)) {
      return start(AuthenticationErrorKind.CLOCK_SKEW, response)
          .summary("Google considers the signature of this machine too old or too new")
          .build();
    }
    return switch (isBusy(response) ? "" : response.error().orElse("")) {
      case "invalid_grant" ->
          start(AuthenticationErrorKind.DENIED, response)
              .summary("Google does not accept the credentials of this workload")
              .remedy(
                  "Check that key and service account exist and are enabled, and that the workload"
                      + " pool trusts the issuer of the workload's token.")
              .build();
      case "PERMISSION_DENIED", "NOT_FOUND" ->
          start(AuthenticationErrorKind.DENIED, response)
              .summary(
                  "this workload may not impersonate the service account, or the account does"
                      + " not exist")
              .remedy(
                  "Check its address, and grant the workload the role Service Account OpenID"
                      + " Connect Identity Token Creator on it.")
              .build();
      default -> of(response);
    };
  }

  /** Returns the errors that mean the same everywhere. */
  AuthenticationException of(IdentityResponse response) {
    if (isBusy(response)) {
      return start(AuthenticationErrorKind.TOKEN_ENDPOINT, response).build();
    }
    return switch (response.error().orElse("")) {
      case "invalid_client", "unauthorized_client", "deleted_client", "redirect_uri_mismatch" ->
          start(AuthenticationErrorKind.DENIED, response)
              .summary("Google does not know this client as configured")
              .remedy("Check client id, client secret and redirect address at Google.")
              .build();
      case "access_denied" -> start(AuthenticationErrorKind.DENIED, response).build();
      case "expired_token" -> start(AuthenticationErrorKind.CODE_EXPIRED, response).build();
      case "admin_policy_enforced", "org_internal", "disallowed_useragent" ->
          start(AuthenticationErrorKind.BLOCKED_BY_POLICY, response).build();
      case "temporarily_unavailable", "server_error", "rate_limit_exceeded" ->
          start(AuthenticationErrorKind.TOKEN_ENDPOINT, response).build();
      default ->
          start(AuthenticationErrorKind.OTHER, response)
              .summary("Google rejected the request")
              .remedy("Look up the code in Google's documentation.")
              .build();
    };
  }

  private AuthenticationExceptionBuilder start(
      AuthenticationErrorKind kind, IdentityResponse response) {
    return http.failure(kind)
        .errorCode(response.error().orElse(null))
        .status(response.status())
        .retryAfter(response.retryAfter());
  }

  /** Returns whether it is that error, and not a failure of the server. */
  private static boolean isError(IdentityResponse response, String error) {
    return !isBusy(response) && response.error().filter(error::equals).isPresent();
  }

  private static boolean isBusy(IdentityResponse response) {
    return response.status() / 100 == 5 || response.status() == TOO_MANY_REQUESTS;
  }

  /** Google has one code for every invalid assertion; only its description tells the cause. */
  private static boolean isAboutTime(IdentityResponse response) {
    String description = response.text("error_description").orElse("");
    return description.contains("short-lived token") || description.contains("iat and exp");
  }
}
