package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInReason;
import java.util.Map;

/** What a browser brought back. */
final class AuthorizationResponse {
  private AuthorizationResponse() {}

  /** Whether it is an answer to the request; only then does anything in it count. */
  static boolean belongsTo(AuthorizationRequest request, Map<String, String> parameters) {
    return RandomTokens.same(request.state(), parameters.get("state"))
        && (parameters.containsKey("code") || parameters.containsKey("error"));
  }

  /** The code, of a callback that {@link #belongsTo} the request. */
  static String code(Map<String, String> parameters, String provider) {
    String error = parameters.get("error");
    if (error != null) {
      throw rejection(error, String.valueOf(parameters.get("error_subcode")))
          .provider(provider)
          .errorCode(error)
          .build();
    }
    return parameters.getOrDefault("code", "");
  }

  private static AuthenticationExceptionBuilder rejection(String error, String subcode) {
    return switch (error) {
      case "access_denied" ->
          AuthenticationException.builder(
              subcode.equals("cancel")
                  ? AuthenticationErrorKind.CANCELLED
                  : AuthenticationErrorKind.DENIED);
      case "consent_required" ->
          AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED)
              .reason(SignInReason.CONSENT);
      case "interaction_required", "login_required", "account_selection_required" ->
          AuthenticationException.builder(AuthenticationErrorKind.SIGN_IN_REQUIRED);
      case "temporarily_unavailable", "server_error" ->
          AuthenticationException.builder(AuthenticationErrorKind.TOKEN_ENDPOINT);
      case "admin_policy_enforced", "org_internal" ->
          AuthenticationException.builder(AuthenticationErrorKind.BLOCKED_BY_POLICY);
      case "invalid_request",
          "unauthorized_client",
          "invalid_scope",
          "invalid_client",
          "unsupported_response_type" ->
          AuthenticationException.builder(AuthenticationErrorKind.DENIED)
              .summary("the identity provider does not accept how the application asks")
              .remedy("Check how the application is registered, its redirect address above all.");
      default ->
          AuthenticationException.builder(AuthenticationErrorKind.OTHER)
              .summary("the identity provider ended the sign-in with an error")
              .remedy("Try again; look its code up in the identity provider's documentation.");
    };
  }
}
