package canon.cpp.cloudservice.signin.internal.google;

import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.internal.http.IdentityAnswer;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;

/** Says what Google's refusals mean. Of the answer only its code and status are repeated. */
final class GoogleRefusals {
  private static final int TOO_MANY_REQUESTS = 429;

  private final IdentityHttp http;

  GoogleRefusals(IdentityHttp http) {
    this.http = http;
  }

  /** The refusal of a code that a browser brought back. */
  SignInException ofCode(IdentityAnswer answer) {
    return isError(answer, "invalid_grant")
        ? start(SignInKind.CODE_EXPIRED, answer)
            .summary("the code from the browser is too old, was used before, or is not ours")
            .remedy("Start the sign-in again.")
            .build()
        : of(answer);
  }

  /** The refusal of a refresh token. */
  SignInException ofRefreshToken(IdentityAnswer answer) {
    return isError(answer, "invalid_grant")
        ? start(SignInKind.SIGN_IN_REQUIRED, answer).reason(SignInReason.SIGN_IN_ENDED).build()
        : of(answer);
  }

  /** The refusal of what a program shows for itself. */
  SignInException ofProgram(IdentityAnswer answer) {
    if (isError(answer, "invalid_grant") && isAboutTime(answer)) {
      return start(SignInKind.CLOCK_SKEW, answer)
          .summary("it finds what this machine signed too old, or too new")
          .build();
    }
    return switch (isBusy(answer) ? "" : answer.error().orElse("")) {
      case "invalid_grant" ->
          start(SignInKind.DENIED, answer)
              .summary("it does not accept what this program proves itself with")
              .remedy(
                  "Check that key and service account exist and are enabled, and that the workload"
                      + " pool trusts the issuer of the workload's token.")
              .build();
      case "PERMISSION_DENIED", "NOT_FOUND" ->
          start(SignInKind.DENIED, answer)
              .summary("this program may not act as the service account, or there is none")
              .remedy(
                  "Check its address, and give the program the role Service Account OpenID Connect"
                      + " Identity Token Creator on it.")
              .build();
      default -> of(answer);
    };
  }

  /** A refusal that means the same for all. */
  SignInException of(IdentityAnswer answer) {
    if (isBusy(answer)) {
      return start(SignInKind.TOKEN_ENDPOINT, answer).build();
    }
    return switch (answer.error().orElse("")) {
      case "invalid_client", "unauthorized_client", "deleted_client", "redirect_uri_mismatch" ->
          start(SignInKind.DENIED, answer)
              .summary("it does not know this application as configured")
              .remedy("Check client id, client secret and redirect address at Google.")
              .build();
      case "access_denied" -> start(SignInKind.DENIED, answer).build();
      case "expired_token" -> start(SignInKind.CODE_EXPIRED, answer).build();
      case "admin_policy_enforced", "org_internal", "disallowed_useragent" ->
          start(SignInKind.BLOCKED_BY_POLICY, answer).build();
      case "temporarily_unavailable", "server_error", "rate_limit_exceeded" ->
          start(SignInKind.TOKEN_ENDPOINT, answer).build();
      default ->
          start(SignInKind.OTHER, answer)
              .summary("it refused the request")
              .remedy("Look its code up in Google's documentation.")
              .build();
    };
  }

  private SignInExceptionBuilder start(SignInKind kind, IdentityAnswer answer) {
    return http.failure(kind)
        .errorCode(answer.error().orElse(null))
        .status(answer.status())
        .retryAfter(answer.retryAfter());
  }

  /** Whether it is that error, said by a server in good health. */
  private static boolean isError(IdentityAnswer answer, String error) {
    return !isBusy(answer) && answer.error().filter(error::equals).isPresent();
  }

  private static boolean isBusy(IdentityAnswer answer) {
    return answer.status() / 100 == 5 || answer.status() == TOO_MANY_REQUESTS;
  }

  /** Google has one code for every bad assertion; only its description tells what is wrong. */
  private static boolean isAboutTime(IdentityAnswer answer) {
    String description = answer.text("error_description").orElse("");
    return description.contains("short-lived token") || description.contains("iat and exp");
  }
}
