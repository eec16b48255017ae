package canon.cpp.cloudservice.internal.errors;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.SignInReason;
import canon.cpp.cloudservice.internal.values.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says to people why there is no token and what to do about it. */
public final class AuthenticationMessages {
  /** No space and no @, so that neither a description nor a person's address gets through. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");

  private AuthenticationMessages() {}

  /** A code or id from outside, or null if it does not look like one. */
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

  /** What the identity provider's operator needs to find an answer. */
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
      case UNAVAILABLE -> "this way to a token does not exist here";
      case SIGN_IN_REQUIRED -> reason == null ? "a person has to sign in" : summary(reason);
      case CANCELLED -> "the sign-in was given up";
      case TIMED_OUT -> "no token came in time";
      case CODE_EXPIRED -> "the code was not used in time";
      case BLOCKED_BY_POLICY -> "the organisation's policy does not allow this way of signing in";
      case DENIED -> "the sign-in was denied";
      case REJECTED -> "the service does not accept the token, and there is no other";
      case TOKEN_ENDPOINT -> "the identity provider failed, or could not be reached";
      case PROXY -> "a proxy answered in place of the identity provider";
      case CLOCK_SKEW -> "the token was over when it came";
      case OTHER -> "no token could be had";
    };
  }

  private static String summary(SignInReason reason) {
    return switch (reason) {
      case FIRST_SIGN_IN -> "nobody has signed in yet";
      case CONSENT -> "the application has not been consented to";
      case MULTI_FACTOR -> "the identity provider demands another proof of who signs in";
      case PASSWORD_EXPIRED -> "the account's password has expired";
      case SIGN_IN_ENDED -> "the sign-in has ended, or was revoked";
    };
  }

  public static String remedy(AuthenticationErrorKind kind, @Nullable SignInReason reason) {
    return switch (kind) {
      case UNAVAILABLE -> "Configure it, or use another one.";
      case SIGN_IN_REQUIRED -> reason == null ? "Sign in again." : remedy(reason);
      case CANCELLED -> "Start it again when it is wanted.";
      case TIMED_OUT -> "Allow more time, or check the network.";
      case CODE_EXPIRED -> "Start again with a new code.";
      case BLOCKED_BY_POLICY -> "Use another way, or ask the organisation's administrator.";
      case DENIED ->
          "Check that the account may use the application, and how the application is registered.";
      case REJECTED -> "Check that the token is issued for this service, then sign in again.";
      case TOKEN_ENDPOINT -> "Try again later; check the network if it stays.";
      case PROXY -> "Check the network's proxy settings.";
      case CLOCK_SKEW -> "Set this machine's clock.";
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
