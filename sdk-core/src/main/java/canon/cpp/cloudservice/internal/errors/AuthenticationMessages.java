package canon.cpp.cloudservice.internal.errors;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says why no access token could be obtained, and what to do about it. */
public final class AuthenticationMessages {
  /** Without spaces and @, so that neither a description nor an e-mail address passes. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

  private AuthenticationMessages() {}

  /** Returns a code or id that was received, or null if it does not look like one. */
  public static @Nullable String codeOrNull(@Nullable String text) {
    return text != null && CODE.matcher(text).matches() ? text : null;
  }

  public static String message(
      @Nullable String provider, String summary, String remedy, String reference) {
    return (provider == null ? "Sign-in" : Printable.cut(provider))
        + ": "
        + summary
        + "."
        + (remedy.isEmpty() ? "" : " " + remedy)
        + (reference.isEmpty() ? "" : " (" + reference + ")");
  }

  /** Returns what the operator of the identity provider needs to find the request. */
  public static String reference(
      @Nullable String errorCode, @Nullable Integer status, @Nullable String correlationId) {
    List<String> parts = new ArrayList<>();
    if (errorCode != null) {
      parts.add(errorCode);
    }
    if (status != null) {
      parts.add("status " + status);
    }
    if (correlationId != null) {
      parts.add("correlation id " + correlationId);
    }
    return String.join(", ", parts);
  }

  public static String summary(AuthenticationErrorKind kind, @Nullable SignInReason reason) {
    return switch (kind) {
      case UNAVAILABLE -> "this token source does not exist here";
      case SIGN_IN_REQUIRED -> reason == null ? "a user has to sign in" : summary(reason);
      case CANCELLED -> "the sign-in was cancelled";
      case TIMED_OUT -> "no token was received in time";
      case CODE_EXPIRED -> "the code was not used in time";
      case BLOCKED_BY_POLICY -> "the organisation's policy does not allow this way of signing in";
      case DENIED -> "the sign-in was denied";
      case REJECTED -> "the service does not accept the token, and there is no other";
      case TOKEN_ENDPOINT -> "the identity provider failed or could not be reached";
      case PROXY -> "a proxy responded in place of the identity provider";
      case CLOCK_SKEW -> "the token had already expired on receipt";
      case OTHER -> "no access token could be obtained";
    };
  }

  private static String summary(SignInReason reason) {
    return switch (reason) {
      case FIRST_SIGN_IN -> "no user has signed in yet";
      case CONSENT -> "consent for the application is missing";
      case MULTI_FACTOR -> "the identity provider requires further proof of identity";
      case PASSWORD_EXPIRED -> "the account's password has expired";
      case SIGN_IN_ENDED -> "the sign-in has expired or was revoked";
    };
  }

  public static String remedy(AuthenticationErrorKind kind, @Nullable SignInReason reason) {
    return switch (kind) {
      case UNAVAILABLE -> "Configure it, or use another one.";
      case SIGN_IN_REQUIRED -> reason == null ? "Sign in again." : remedy(reason);
      case CANCELLED -> "Start the sign-in again when it is needed.";
      case TIMED_OUT -> "Increase the timeout, or check the network.";
      case CODE_EXPIRED -> "Start again with a new code.";
      case BLOCKED_BY_POLICY -> "Use another way, or ask the organisation's administrator.";
      case DENIED ->
          "Check that the account may use the application, and check the registration of"
              + " the application.";
      case REJECTED -> "Check that the token is issued for this service, then sign in again.";
      case TOKEN_ENDPOINT -> "Try again later; if the failure persists, check the network.";
      case PROXY -> "Check the proxy settings of the network.";
      case CLOCK_SKEW -> "Correct this machine's clock.";
      case OTHER -> "See the cause.";
    };
  }

  private static String remedy(SignInReason reason) {
    return switch (reason) {
      case FIRST_SIGN_IN -> "Sign in first.";
      case CONSENT -> "Sign in and consent, or ask the organisation's administrator to.";
      case MULTI_FACTOR, SIGN_IN_ENDED -> "Sign in again.";
      case PASSWORD_EXPIRED -> "Change it at the identity provider, then sign in again.";
    };
  }
}
