package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;

/** Says what Google's rejections mean. Of the answer only its code and status are repeated. */
final class GoogleErrors {
  private static final int TOO_MANY_REQUESTS = 429;

  private final IdentityHttp http;

  GoogleErrors(IdentityHttp http) {
    this.http = http;
  }

  /** The rejection of a code that a browser brought back. */
  AuthenticationException ofCode(IdentityResponse answer) {
    return isError(answer, "invalid_grant")
        ? start(AuthenticationErrorKind.CODE_EXPIRED, answer)
            .summary("the code from the browser is too old, was used before, or is not ours")
            .remedy("Start the sign-in again.")
            .build()
        : of(answer);
  }

  /** The rejection of a refresh token. */
  AuthenticationException ofRefreshToken(IdentityResponse answer) {
    return isError(answer, "invalid_grant")
        ? start(AuthenticationErrorKind.SIGN_IN_REQUIRED, answer)
            .reason(SignInReason.SIGN_IN_ENDED)
            .build()
        : of(answer);
  }

  /** The rejection of what a program shows for itself. */
  AuthenticationException ofProgram(IdentityResponse answer) {
    if (isError(answer, "invalid_grant") && isAboutTime(answer)) {
      return start(AuthenticationErrorKind.CLOCK_SKEW, answer)
          .summary("it finds what this machine signed too old, or too new")
          .build();
    }
    return switch (isBusy(answer) ? "" : answer.error().orElse("")) {
      case "invalid_grant" ->
          start(AuthenticationErrorKind.DENIED, answer)
              .summary("it does not accept what this program proves itself with")
              .remedy(
                  "Check that key and service account exist and are enabled, and that the workload"
                      + " pool trusts the issuer of the workload's token.")
              .build();
      case "PERMISSION_DENIED", "NOT_FOUND" ->
          start(AuthenticationErrorKind.DENIED, answer)
              .summary("this program may not act as the service account, or there is none")
              .remedy(
                  "Check its address, and give the program the role Service Account OpenID Connect"
                      + " Identity Token Creator on it.")
              .build();
      default -> of(answer);
    };
  }

  /** A rejection that means the same for all. */
  AuthenticationException of(IdentityResponse answer) {
    if (isBusy(answer)) {
      return start(AuthenticationErrorKind.TOKEN_ENDPOINT, answer).build();
    }
    return switch (answer.error().orElse("")) {
      case "invalid_client", "unauthorized_client", "deleted_client", "redirect_uri_mismatch" ->
          start(AuthenticationErrorKind.DENIED, answer)
              .summary("it does not know this application as configured")
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
              .summary("it rejected the request")
              .remedy("Look its code up in Google's documentation.")
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

  /** Whether it is that error, said by a server in good health. */
  private static boolean isError(IdentityResponse answer, String error) {
    return !isBusy(answer) && answer.error().filter(error::equals).isPresent();
  }

  private static boolean isBusy(IdentityResponse answer) {
    return answer.status() / 100 == 5 || answer.status() == TOO_MANY_REQUESTS;
  }

  /** Google has one code for every bad assertion; only its description tells what is wrong. */
  private static boolean isAboutTime(IdentityResponse answer) {
    String description = answer.text("error_description").orElse("");
    return description.contains("short-lived token") || description.contains("iat and exp");
  }
}
