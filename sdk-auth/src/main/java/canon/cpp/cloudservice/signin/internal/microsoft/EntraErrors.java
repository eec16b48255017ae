package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import canon.cpp.cloudservice.signin.internal.http.IdentityResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts Microsoft's error responses to exceptions. The number decides (AADSTS…), then {@code
 * suberror}, then {@code error}, because endpoints send different values of {@code error} with one
 * number. Status 429 and 5xx decide before all of them.
 */
final class EntraErrors {
  private static final Pattern NUMBER = Pattern.compile("AADSTS([0-9]{4,9})");

  private EntraErrors() {}

  /** Returns the exception for an error response. Only the number of its description is read. */
  static AuthenticationException of(IdentityHttp http, IdentityResponse response) {
    OptionalLong number = number(response);
    String claims = response.text("claims").orElse(null);
    EntraErrorMeaning meaning = meaning(response, number);
    if (claims != null && meaning.kind() != AuthenticationErrorKind.SIGN_IN_REQUIRED) {
      meaning = EntraErrorMeaning.signIn(SignInReason.MULTI_FACTOR);
    }
    AuthenticationExceptionBuilder failure =
        http.failure(meaning.kind())
            .status(response.status())
            .errorCode(
                number.isPresent() ? "AADSTS" + number.getAsLong() : response.error().orElse(null))
            .correlationId(
                response
                    .text("correlation_id")
                    .or(() -> response.header("client-request-id"))
                    .orElse(null))
            .claims(claims)
            .retryAfter(response.retryAfter());
    meaning.describe(failure);
    return failure.build();
  }

  /** Returns the exception for a rejected code, for which Microsoft has no error of its own. */
  static AuthenticationException ofCode(IdentityHttp http, AuthenticationException failure) {
    if (failure.reason().orElse(null) != SignInReason.SIGN_IN_ENDED) {
      return failure;
    }
    return http.failure(AuthenticationErrorKind.CODE_EXPIRED)
        .status(failure.status().orElse(0))
        .errorCode(failure.errorCode().orElse(null))
        .correlationId(failure.correlationId().orElse(null))
        .summary("the authorization code is invalid or has expired")
        .remedy("Begin a new sign-in.")
        .build();
  }

  private static EntraErrorMeaning meaning(IdentityResponse response, OptionalLong number) {
    if (response.status() == 429 || response.status() >= 500) {
      return EntraErrorMeaning.busy(response.status());
    }
    return EntraErrorCodes.meaning(number)
        .or(() -> response.text("suberror").flatMap(EntraErrors::bySuberror))
        .orElseGet(() -> byError(response.error().orElse("")));
  }

  private static Optional<EntraErrorMeaning> bySuberror(String suberror) {
    return Optional.ofNullable(
        switch (suberror) {
          case "consent_required" -> EntraErrorMeaning.signIn(SignInReason.CONSENT);
          case "user_password_expired" -> EntraErrorMeaning.signIn(SignInReason.PASSWORD_EXPIRED);
          case "basic_action", "additional_action" ->
              EntraErrorMeaning.signIn(SignInReason.MULTI_FACTOR);
          // There is nothing that the user could do.
          case "message_only", "protection_policy_required" -> EntraErrorMeaning.policy();
          case "bad_token", "token_expired" -> EntraErrorMeaning.signIn(SignInReason.SIGN_IN_ENDED);
          default -> null;
        });
  }

  private static EntraErrorMeaning byError(String error) {
    return switch (error) {
      case "invalid_grant" -> EntraErrorMeaning.signIn(SignInReason.SIGN_IN_ENDED);
      case "interaction_required", "login_required" -> EntraErrorMeaning.signIn();
      case "consent_required" -> EntraErrorMeaning.signIn(SignInReason.CONSENT);
      case "expired_token", "code_expired", "bad_verification_code" ->
          EntraErrorMeaning.codeExpired();
      case "authorization_declined", "access_denied" -> EntraErrorMeaning.denied();
      case "invalid_client" -> EntraErrorMeaning.credential();
      case "unauthorized_client", "invalid_request", "unsupported_grant_type" ->
          EntraErrorMeaning.registration();
      case "invalid_scope", "invalid_resource" -> EntraErrorMeaning.api();
      default -> EntraErrorMeaning.unknown();
    };
  }

  private static OptionalLong number(IdentityResponse response) {
    OptionalLong number = response.number("error_codes");
    if (number.isPresent()) {
      return number;
    }
    Matcher found = NUMBER.matcher(response.text("error_description").orElse(""));
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }
}
