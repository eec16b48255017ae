package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.SignInExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.errors.SignInReason;
import org.jspecify.annotations.Nullable;

/**
 * What an error means to the host.
 *
 * @param kind what it can switch on
 * @param reason why a person has to sign in, or null
 * @param summary what happened, or null for the words of the kind
 * @param remedy what to do, or null for the words of the kind
 */
record ErrorMeaning(
    SignInKind kind,
    @Nullable SignInReason reason,
    @Nullable String summary,
    @Nullable String remedy) {

  static ErrorMeaning signIn() {
    return new ErrorMeaning(SignInKind.SIGN_IN_REQUIRED, null, null, null);
  }

  static ErrorMeaning signIn(SignInReason reason) {
    return new ErrorMeaning(SignInKind.SIGN_IN_REQUIRED, reason, null, null);
  }

  static ErrorMeaning policy() {
    return new ErrorMeaning(
        SignInKind.BLOCKED_BY_POLICY,
        null,
        null,
        "Sign in with a browser on a device that the organisation trusts, or ask its administrator."
            + " Many organisations block signing in with a device code.");
  }

  static ErrorMeaning denied() {
    return new ErrorMeaning(SignInKind.DENIED, null, null, null);
  }

  static ErrorMeaning account() {
    return new ErrorMeaning(
        SignInKind.DENIED,
        null,
        "the account may not use the application",
        "Use another account, or ask the organisation's administrator to unlock or assign it.");
  }

  static ErrorMeaning codeExpired() {
    return new ErrorMeaning(SignInKind.CODE_EXPIRED, null, null, null);
  }

  /** The program could not show that it is the one that it says it is. */
  static ErrorMeaning credential() {
    return new ErrorMeaning(
        SignInKind.DENIED,
        null,
        "the program's credential is not accepted",
        "Check that the secret's value (not its id), certificate or federated credential belongs"
            + " to the registration and is still valid.");
  }

  /** A back end passed something else than what its user's app has sent. */
  static ErrorMeaning userToken() {
    return new ErrorMeaning(
        SignInKind.DENIED,
        null,
        "the user's token is not accepted",
        "Pass on the access token, not an ID token, that the app has asked for this back end.");
  }

  static ErrorMeaning registration() {
    return new ErrorMeaning(
        SignInKind.DENIED,
        null,
        "the program is not registered for what it asks",
        "Check client id, tenant, redirect addresses, and whether the registration allows public"
            + " clients.");
  }

  static ErrorMeaning api() {
    return new ErrorMeaning(
        SignInKind.DENIED,
        null,
        "the service's API is not known where the token was asked for, or not to the program",
        "Check the API's id, and whether the organisation has consented to the program.");
  }

  /** An assertion that the program signed, or was given, is not valid at this time. */
  static ErrorMeaning clock() {
    return new ErrorMeaning(
        SignInKind.CLOCK_SKEW,
        null,
        "the program's assertion is not valid at this time",
        "Set this machine's clock; if it is right, the assertion was too old.");
  }

  static ErrorMeaning busy(int status) {
    String summary =
        status == 429
            ? "the identity provider is asked too often"
            : "the identity provider has a failure of its own";
    return new ErrorMeaning(
        SignInKind.TOKEN_ENDPOINT, null, summary, "Wait as long as it asks, then try again.");
  }

  static ErrorMeaning unknown() {
    return new ErrorMeaning(
        SignInKind.OTHER,
        null,
        "the identity provider refuses",
        "Look the code up in Microsoft's list of errors.");
  }

  void describe(SignInExceptionBuilder failure) {
    if (reason != null) {
      failure.reason(reason);
    }
    if (summary != null) {
      failure.summary(summary);
    }
    if (remedy != null) {
      failure.remedy(remedy);
    }
  }
}
