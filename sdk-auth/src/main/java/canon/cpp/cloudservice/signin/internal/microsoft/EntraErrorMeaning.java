package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.errors.SignInReason;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of an error for the host.
 *
 * @param kind the kind of the exception
 * @param reason why the user has to sign in, or null
 * @param summary what happened, or null for the text of the kind
 * @param remedy what to do, or null for the text of the kind
 */
record EntraErrorMeaning(
    AuthenticationErrorKind kind,
    @Nullable SignInReason reason,
    @Nullable String summary,
    @Nullable String remedy) {

  static EntraErrorMeaning signIn() {
    return new EntraErrorMeaning(AuthenticationErrorKind.SIGN_IN_REQUIRED, null, null, null);
  }

  static EntraErrorMeaning signIn(SignInReason reason) {
    return new EntraErrorMeaning(AuthenticationErrorKind.SIGN_IN_REQUIRED, reason, null, null);
  }

  static EntraErrorMeaning policy() {
    return new EntraErrorMeaning(
        AuthenticationErrorKind.BLOCKED_BY_POLICY,
        null,
        null,
        "Sign in with a browser on a device that the organisation trusts, or ask its administrator."
            + " Many organisations block signing in with a device code.");
  }

  static EntraErrorMeaning denied() {
    return new EntraErrorMeaning(AuthenticationErrorKind.DENIED, null, null, null);
  }

  static EntraErrorMeaning account() {
    return new EntraErrorMeaning(
        AuthenticationErrorKind.DENIED,
        null,
        "the account may not use the application",
        "Use another account, or ask the organisation's administrator to unlock or assign it.");
  }

  static EntraErrorMeaning codeExpired() {
    return new EntraErrorMeaning(AuthenticationErrorKind.CODE_EXPIRED, null, null, null);
  }

  /** The application could not authenticate. */
  static EntraErrorMeaning credential() {
    return new EntraErrorMeaning(
        AuthenticationErrorKind.DENIED,
        null,
        "the application's credential is rejected",
        "Check that the secret's value (not its id), certificate or federated credential belongs"
            + " to the registration and is still valid.");
  }

  /** A back end passed a token that is not the one for it. */
  static EntraErrorMeaning userToken() {
    return new EntraErrorMeaning(
        AuthenticationErrorKind.DENIED,
        null,
        "the user's token is rejected",
        "Pass the access token that the app obtained for this back end, not an ID token.");
  }

  static EntraErrorMeaning registration() {
    return new EntraErrorMeaning(
        AuthenticationErrorKind.DENIED,
        null,
        "the request does not match the application's registration",
        "Check client id, tenant, redirect addresses, and whether the registration allows public"
            + " clients.");
  }

  static EntraErrorMeaning api() {
    return new EntraErrorMeaning(
        AuthenticationErrorKind.DENIED,
        null,
        "the service's API is unknown in this tenant, or the application has no permission for it",
        "Check the API's id, and whether the organisation has consented to the application.");
  }

  /** A client assertion is not valid at this time. */
  static EntraErrorMeaning clock() {
    return new EntraErrorMeaning(
        AuthenticationErrorKind.CLOCK_SKEW,
        null,
        "the client assertion is not valid at this time",
        "Set this machine's clock. If it is right, the assertion has expired.");
  }

  static EntraErrorMeaning busy(int status) {
    String summary =
        status == 429
            ? "the identity provider received too many requests"
            : "the identity provider has an internal error";
    return new EntraErrorMeaning(
        AuthenticationErrorKind.TOKEN_ENDPOINT,
        null,
        summary,
        "Try again after the time that it asks for.");
  }

  static EntraErrorMeaning unknown() {
    return new EntraErrorMeaning(
        AuthenticationErrorKind.OTHER,
        null,
        "the identity provider rejected the request",
        "Look up the code in Microsoft's list of errors.");
  }

  void describe(AuthenticationExceptionBuilder failure) {
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
