package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.SignInException;
import canon.cpp.cloudservice.errors.SignInKind;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import org.jspecify.annotations.Nullable;

/** What becomes of whatever a token provider throws. */
public final class TokenFailures {
  private TokenFailures() {}

  /** The exception for one caller; each has one of its own, because it tells where that waited. */
  public static SignInException forCaller(@Nullable CallReport report, Throwable thrown) {
    Throwable failure = Futures.cause(thrown);
    if (failure instanceof SignInException cause) {
      return new SignInException(report, cause);
    }
    // Its message is not ours, and may hold a secret.
    return new SignInException(
        report,
        "The token provider failed (" + failure.getClass().getSimpleName() + "); see the cause",
        failure);
  }

  static SignInException overWhenItCame() {
    return SignInException.builder(SignInKind.CLOCK_SKEW)
        .provider("Token cache")
        .summary("a token that has just come is over already by this machine's clock")
        .remedy(
            "Set the clock; if it is right, the provider gives old tokens, or dates them by another"
                + " clock.")
        .build();
  }

  static SignInException tookTooLong() {
    return SignInException.builder(SignInKind.TIMED_OUT)
        .provider("Token cache")
        .remedy("Check the token provider and the network, or allow more time.")
        .build();
  }

  static SignInException closed() {
    return SignInException.builder(SignInKind.CANCELLED)
        .provider("Token cache")
        .summary("it is closed")
        .remedy("Keep it open for as long as somebody calls with it, or sign in anew.")
        .build();
  }

  static SignInException noThread(RuntimeException cause) {
    return SignInException.builder(SignInKind.OTHER)
        .provider("Token cache")
        .summary("its executor refuses work")
        .remedy("Is it shut down, or its queue full?")
        .cause(cause)
        .build();
  }

  static SignInException interrupted(InterruptedException cause) {
    return SignInException.builder(SignInKind.CANCELLED)
        .provider("Token cache")
        .summary("the waiting thread was interrupted")
        .remedy("")
        .cause(cause)
        .build();
  }
}
