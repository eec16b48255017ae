package canon.cpp.cloudservice.signin.internal.user;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInReason;
import java.util.Map;

/** The parameters of an authorization response (RFC 6749, 4.1.2). */
final class AuthorizationResponse {
  private AuthorizationResponse() {}

  /** Returns whether it responds to the request. If it does not, nothing in it is used. */
  static boolean belongsTo(AuthorizationRequest request, Map<String, String> parameters) {
    return RandomTokens.same(request.state(), parameters.get("state"))
        && (parameters.containsKey("code") || parameters.containsKey("error"));
  }

  /**
   * Returns the code of a response that {@link #belongsTo} the request.
   *
   * <p>A response that names its issuer must name the identity provider to which the request was
   * sent (RFC 9207); otherwise the code of one provider could be sent to another. Neither Google
   * nor Microsoft guarantees the parameter, so a response without it is accepted.
   */
  static String code(Map<String, String> parameters, Registration registration) {
    String provider = registration.provider();
    String issuer = parameters.get("iss");
    if (issuer != null && !registration.issuers().test(issuer)) {
      throw AuthenticationException.builder(AuthenticationErrorKind.DENIED)
          .provider(provider)
          .summary("the authorization response is from another issuer")
          .remedy(
              "Begin a new sign-in; if it happens again, check which identity provider the host"
                  + " redirects to.")
          .build();
    }
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
              .summary("the identity provider rejected the authorization request")
              .remedy("Check the application's registration, above all its redirect URI.");
      default ->
          AuthenticationException.builder(AuthenticationErrorKind.OTHER)
              .summary("the identity provider ended the sign-in with an error")
              .remedy(
                  "Try again; if it stays, look up the error code in the provider's documentation.");
    };
  }
}
