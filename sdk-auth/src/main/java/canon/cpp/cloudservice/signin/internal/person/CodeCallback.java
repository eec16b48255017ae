package canon.cpp.cloudservice.signin.internal.person;

import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.errors.SignInReason;
import java.util.Map;

/** What a browser brought back. */
final class CodeCallback {
  private CodeCallback() {}

  /** Whether it is an answer to the request; only then does anything in it count. */
  static boolean belongsTo(CodeRequest request, Map<String, String> parameters) {
    return SecretTexts.same(request.state(), parameters.get("state"))
        && (parameters.containsKey("code") || parameters.containsKey("error"));
  }

  /** The code, of a callback that {@link #belongsTo} the request. */
  static String code(Map<String, String> parameters, String provider) {
    String error = parameters.get("error");
    if (error != null) {
      throw refusal(error, String.valueOf(parameters.get("error_subcode")))
          .provider(provider)
          .errorCode(error)
          .build();
    }
    return parameters.getOrDefault("code", "");
  }

  private static SignInExceptionBuilder refusal(String error, String subcode) {
    return switch (error) {
      case "access_denied" ->
          SignInException.builder(
              subcode.equals("cancel") ? SignInKind.CANCELLED : SignInKind.DENIED);
      case "consent_required" ->
          SignInException.builder(SignInKind.SIGN_IN_REQUIRED).reason(SignInReason.CONSENT);
      case "interaction_required", "login_required", "account_selection_required" ->
          SignInException.builder(SignInKind.SIGN_IN_REQUIRED);
      case "temporarily_unavailable", "server_error" ->
          SignInException.builder(SignInKind.TOKEN_ENDPOINT);
      case "admin_policy_enforced", "org_internal" ->
          SignInException.builder(SignInKind.BLOCKED_BY_POLICY);
      case "invalid_request",
          "unauthorized_client",
          "invalid_scope",
          "invalid_client",
          "unsupported_response_type" ->
          SignInException.builder(SignInKind.DENIED)
              .summary("the identity provider does not accept how the application asks")
              .remedy("Check how the application is registered, its redirect address above all.");
      default ->
          SignInException.builder(SignInKind.OTHER)
              .summary("the identity provider ended the sign-in with an error")
              .remedy("Try again; look its code up in the identity provider's documentation.");
    };
  }
}
