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
 * What Microsoft's errors mean. The number counts most (AADSTS…), then the finer word, then OAuth's
 * word, which differs from place to place for one and the same number, then the status.
 */
final class EntraErrors {
  private static final Pattern NUMBER = Pattern.compile("AADSTS([0-9]{4,9})");

  private EntraErrors() {}

  /** The exception for an answer that is an error. Of its description only the number is read. */
  static AuthenticationException of(IdentityHttp http, IdentityResponse answer) {
    OptionalLong number = number(answer);
    String claims = answer.text("claims").orElse(null);
    EntraErrorKinds meaning = meaning(answer, number);
    if (claims != null && meaning.kind() != AuthenticationErrorKind.SIGN_IN_REQUIRED) {
      meaning = EntraErrorKinds.signIn(SignInReason.MULTI_FACTOR);
    }
    AuthenticationExceptionBuilder failure =
        http.failure(meaning.kind())
            .status(answer.status())
            .errorCode(
                number.isPresent() ? "AADSTS" + number.getAsLong() : answer.error().orElse(null))
            .correlationId(
                answer
                    .text("correlation_id")
                    .or(() -> answer.header("client-request-id"))
                    .orElse(null))
            .claims(claims)
            .retryAfter(answer.retryAfter());
    meaning.describe(failure);
    return failure.build();
  }

  /** A code that is not good any more is told like a grant that is not. */
  static AuthenticationException ofCode(IdentityHttp http, AuthenticationException failure) {
    if (failure.reason().orElse(null) != SignInReason.SIGN_IN_ENDED) {
      return failure;
    }
    return http.failure(AuthenticationErrorKind.CODE_EXPIRED)
        .status(failure.status().orElse(0))
        .errorCode(failure.errorCode().orElse(null))
        .correlationId(failure.correlationId().orElse(null))
        .summary("the code that the browser brought is not good, or not any more")
        .remedy("Begin a new sign-in.")
        .build();
  }

  private static EntraErrorKinds meaning(IdentityResponse answer, OptionalLong number) {
    if (answer.status() == 429 || answer.status() >= 500) {
      return EntraErrorKinds.busy(answer.status());
    }
    return EntraErrorCodes.meaning(number)
        .or(() -> answer.text("suberror").flatMap(EntraErrors::bySuberror))
        .orElseGet(() -> byError(answer.error().orElse("")));
  }

  private static Optional<EntraErrorKinds> bySuberror(String suberror) {
    return Optional.ofNullable(
        switch (suberror) {
          case "consent_required" -> EntraErrorKinds.signIn(SignInReason.CONSENT);
          case "user_password_expired" -> EntraErrorKinds.signIn(SignInReason.PASSWORD_EXPIRED);
          case "basic_action", "additional_action" ->
              EntraErrorKinds.signIn(SignInReason.MULTI_FACTOR);
          // Nothing that the person could do is left.
          case "message_only", "protection_policy_required" -> EntraErrorKinds.policy();
          case "bad_token", "token_expired" -> EntraErrorKinds.signIn(SignInReason.SIGN_IN_ENDED);
          default -> null;
        });
  }

  private static EntraErrorKinds byError(String error) {
    return switch (error) {
      case "invalid_grant" -> EntraErrorKinds.signIn(SignInReason.SIGN_IN_ENDED);
      case "interaction_required", "login_required" -> EntraErrorKinds.signIn();
      case "consent_required" -> EntraErrorKinds.signIn(SignInReason.CONSENT);
      case "expired_token", "code_expired", "bad_verification_code" ->
          EntraErrorKinds.codeExpired();
      case "authorization_declined", "access_denied" -> EntraErrorKinds.denied();
      case "invalid_client" -> EntraErrorKinds.credential();
      case "unauthorized_client", "invalid_request", "unsupported_grant_type" ->
          EntraErrorKinds.registration();
      case "invalid_scope", "invalid_resource" -> EntraErrorKinds.api();
      default -> EntraErrorKinds.unknown();
    };
  }

  private static OptionalLong number(IdentityResponse answer) {
    OptionalLong number = answer.number("error_codes");
    if (number.isPresent()) {
      return number;
    }
    Matcher found = NUMBER.matcher(answer.text("error_description").orElse(""));
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }
}
