package canon.cpp.cloudservice.signin.internal.microsoft;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
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
record EntraErrorKinds(
    AuthenticationErrorKind kind,
    @Nullable SignInReason reason,
    @Nullable String summary,
    @Nullable String remedy) {

  static EntraErrorKinds signIn() {
    return new EntraErrorKinds(AuthenticationErrorKind.SIGN_IN_REQUIRED, null, null, null);
  }

  static EntraErrorKinds signIn(SignInReason reason) {
    return new EntraErrorKinds(AuthenticationErrorKind.SIGN_IN_REQUIRED, reason, null, null);
  }

  static EntraErrorKinds policy() {
    return new EntraErrorKinds(
        AuthenticationErrorKind.BLOCKED_BY_POLICY,
        null,
        null,
        "Sign in with a browser on a device that the organisation trusts, or ask its administrator."
            + " Many organisations block signing in with a device code.");
  }

  static EntraErrorKinds denied() {
    return new EntraErrorKinds(AuthenticationErrorKind.DENIED, null, null, null);
  }

  static EntraErrorKinds account() {
    return new EntraErrorKinds(
        AuthenticationErrorKind.DENIED,
        null,
        "the account may not use the application",
        "Use another account, or ask the organisation's administrator to unlock or assign it.");
  }

  static EntraErrorKinds codeExpired() {
    return new EntraErrorKinds(AuthenticationErrorKind.CODE_EXPIRED, null, null, null);
  }

  /** The program could not show that it is the one that it says it is. */
  static EntraErrorKinds credential() {
    return new EntraErrorKinds(
        AuthenticationErrorKind.DENIED,
        null,
        "the program's credential is not accepted",
        "Check that the secret's value (not its id), certificate or federated credential belongs"
            + " to the registration and is still valid.");
  }

  /** A back end passed something else than what its user's app has sent. */
  static EntraErrorKinds userToken() {
    return new EntraErrorKinds(
        AuthenticationErrorKind.DENIED,
        null,
        "the user's token is not accepted",
        "Pass on the access token, not an ID token, that the app has asked for this back end.");
  }

  static EntraErrorKinds registration() {
    return new EntraErrorKinds(
        AuthenticationErrorKind.DENIED,
        null,
        "the program is not registered for what it asks",
        "Check client id, tenant, redirect addresses, and whether the registration allows public"
            + " clients.");
  }

  static EntraErrorKinds api() {
    return new EntraErrorKinds(
        AuthenticationErrorKind.DENIED,
        null,
        "the service's API is not known where the token was asked for, or not to the program",
        "Check the API's id, and whether the organisation has consented to the program.");
  }

  /** An assertion that the program signed, or was given, is not valid at this time. */
  static EntraErrorKinds clock() {
    return new EntraErrorKinds(
        AuthenticationErrorKind.CLOCK_SKEW,
        null,
        "the program's assertion is not valid at this time",
        "Set this machine's clock; if it is right, the assertion was too old.");
  }

  static EntraErrorKinds busy(int status) {
    String summary =
        status == 429
            ? "the identity provider is asked too often"
            : "the identity provider has a failure of its own";
    return new EntraErrorKinds(
        AuthenticationErrorKind.TOKEN_ENDPOINT,
        null,
        summary,
        "Wait as long as it asks, then try again.");
  }

  static EntraErrorKinds unknown() {
    return new EntraErrorKinds(
        AuthenticationErrorKind.OTHER,
        null,
        "the identity provider rejects",
        "Look the code up in Microsoft's list of errors.");
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
