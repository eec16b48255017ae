package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.signin.internal.http.IdentityAnswer;
import canon.cpp.cloudservice.signin.internal.http.IdentityHttp;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Microsoft's errors mean. The number counts most (AADSTS…), then the finer word, then OAuth's
 * word, which differs from place to place for one and the same number, then the status.
 */
final class EntraFailures {
  private static final Pattern NUMBER = Pattern.compile("AADSTS([0-9]{4,9})");

  private EntraFailures() {}

  /** The exception for an answer that is an error. Of its description only the number is read. */
  static SignInException of(IdentityHttp http, IdentityAnswer answer) {
    OptionalLong number = number(answer);
    String claims = answer.text("claims").orElse(null);
    ErrorMeaning meaning = meaning(answer, number);
    if (claims != null && meaning.kind() != SignInKind.SIGN_IN_REQUIRED) {
      meaning = ErrorMeaning.signIn(SignInReason.MULTI_FACTOR);
    }
    SignInExceptionBuilder failure =
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
  static SignInException ofCode(IdentityHttp http, SignInException failure) {
    if (failure.reason().orElse(null) != SignInReason.SIGN_IN_ENDED) {
      return failure;
    }
    return http.failure(SignInKind.CODE_EXPIRED)
        .status(failure.status().orElse(0))
        .errorCode(failure.errorCode().orElse(null))
        .correlationId(failure.correlationId().orElse(null))
        .summary("the code that the browser brought is not good, or not any more")
        .remedy("Begin a new sign-in.")
        .build();
  }

  private static ErrorMeaning meaning(IdentityAnswer answer, OptionalLong number) {
    if (answer.status() == 429 || answer.status() >= 500) {
      return ErrorMeaning.busy(answer.status());
    }
    return ErrorNumbers.meaning(number)
        .or(() -> answer.text("suberror").flatMap(EntraFailures::bySuberror))
        .orElseGet(() -> byError(answer.error().orElse("")));
  }

  private static Optional<ErrorMeaning> bySuberror(String suberror) {
    return Optional.ofNullable(
        switch (suberror) {
          case "consent_required" -> ErrorMeaning.signIn(SignInReason.CONSENT);
          case "user_password_expired" -> ErrorMeaning.signIn(SignInReason.PASSWORD_EXPIRED);
          case "basic_action", "additional_action" ->
              ErrorMeaning.signIn(SignInReason.MULTI_FACTOR);
          // Nothing that the person could do is left.
          case "message_only", "protection_policy_required" -> ErrorMeaning.policy();
          case "bad_token", "token_expired" -> ErrorMeaning.signIn(SignInReason.SIGN_IN_ENDED);
          default -> null;
        });
  }

  private static ErrorMeaning byError(String error) {
    return switch (error) {
      case "invalid_grant" -> ErrorMeaning.signIn(SignInReason.SIGN_IN_ENDED);
      case "interaction_required", "login_required" -> ErrorMeaning.signIn();
      case "consent_required" -> ErrorMeaning.signIn(SignInReason.CONSENT);
      case "expired_token", "code_expired", "bad_verification_code" -> ErrorMeaning.codeExpired();
      case "authorization_declined", "access_denied" -> ErrorMeaning.denied();
      case "invalid_client" -> ErrorMeaning.credential();
      case "unauthorized_client", "invalid_request", "unsupported_grant_type" ->
          ErrorMeaning.registration();
      case "invalid_scope", "invalid_resource" -> ErrorMeaning.api();
      default -> ErrorMeaning.unknown();
    };
  }

  private static OptionalLong number(IdentityAnswer answer) {
    OptionalLong number = answer.number("error_codes");
    if (number.isPresent()) {
      return number;
    }
    Matcher found = NUMBER.matcher(answer.text("error_description").orElse(""));
    return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
  }
}
