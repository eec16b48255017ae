package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import org.jspecify.annotations.Nullable;

/** What becomes of whatever a token provider throws. */
public final class TokenErrors {
  private TokenErrors() {}

  /** The exception for one caller; each has one of its own, because it tells where that waited. */
  public static AuthenticationException forCaller(@Nullable CallReport report, Throwable thrown) {
    Throwable failure = Futures.cause(thrown);
    if (failure instanceof AuthenticationException cause) {
      return new AuthenticationException(report, cause);
    }
    // Its message is not ours, and may hold a secret.
    return new AuthenticationException(
        report,
        "The token provider failed (" + failure.getClass().getSimpleName() + "); see the cause",
        failure);
  }

  static AuthenticationException overWhenItCame() {
    return AuthenticationException.builder(AuthenticationErrorKind.CLOCK_SKEW)
        .provider("Token cache")
        .summary("a token that has just come is over already by this machine's clock")
        .remedy(
            "Set the clock; if it is right, the provider gives old tokens, or dates them by another"
                + " clock.")
        .build();
  }

  static AuthenticationException tookTooLong() {
    return AuthenticationException.builder(AuthenticationErrorKind.TIMED_OUT)
        .provider("Token cache")
        .remedy("Check the token provider and the network, or allow more time.")
        .build();
  }

  static AuthenticationException closed() {
    return AuthenticationException.builder(AuthenticationErrorKind.CANCELLED)
        .provider("Token cache")
        .summary("it is closed")
        .remedy("Keep it open for as long as somebody calls with it, or sign in anew.")
        .build();
  }

  static AuthenticationException noThread(RuntimeException cause) {
    return AuthenticationException.builder(AuthenticationErrorKind.OTHER)
        .provider("Token cache")
        .summary("its executor rejects work")
        .remedy("Is it shut down, or its queue full?")
        .cause(cause)
        .build();
  }

  static AuthenticationException interrupted(InterruptedException cause) {
    return AuthenticationException.builder(AuthenticationErrorKind.CANCELLED)
        .provider("Token cache")
        .summary("the waiting thread was interrupted")
        .remedy("")
        .cause(cause)
        .build();
  }
}
