package canon.cpp.cloudservice.internal.auth;

import canon.cpp.cloudservice.errors.AuthenticationErrorKind;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.AuthenticationExceptionBuilder;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.internal.concurrent.Futures;
import org.jspecify.annotations.Nullable;

/** The exceptions of token providers and of the token cache. */
public final class TokenErrors {
  private TokenErrors() {}

  /** Returns the exception for one caller; its report and stack trace are of that caller. */
  public static AuthenticationException forCaller(@Nullable CallReport report, Throwable thrown) {
    Throwable failure = Futures.cause(thrown);
    if (failure instanceof AuthenticationException cause) {
      return new AuthenticationException(report, cause);
    }
    // The message of a foreign exception may contain a secret.
    return new AuthenticationException(
        report,
        "The token provider failed (" + failure.getClass().getSimpleName() + "); see the cause",
        failure);
  }

  static AuthenticationException expiredOnReceipt() {
    return cacheError(AuthenticationErrorKind.CLOCK_SKEW)
        .summary("the token had already expired on receipt, by this machine's clock")
        .remedy(
            "Correct the clock. If it is right, the provider returns old tokens, or dates them by"
                + " another clock.")
        .build();
  }

  static AuthenticationException timedOut() {
    return cacheError(AuthenticationErrorKind.TIMED_OUT)
        .remedy("Check the token provider and the network, or increase the timeout.")
        .build();
  }

  static AuthenticationException closed() {
    return cacheError(AuthenticationErrorKind.CANCELLED)
        .summary("it is closed")
        .remedy("Keep it open for as long as calls use it, or sign in again.")
        .build();
  }

  static AuthenticationException executorRejects(RuntimeException cause) {
    return cacheError(AuthenticationErrorKind.OTHER)
        .summary("its executor rejects tasks")
        .remedy("Check whether it is shut down or its queue is full.")
        .cause(cause)
        .build();
  }

  static AuthenticationException interrupted(InterruptedException cause) {
    return cacheError(AuthenticationErrorKind.CANCELLED)
        .summary("the waiting thread was interrupted")
        .remedy("")
        .cause(cause)
        .build();
  }

  private static AuthenticationExceptionBuilder cacheError(AuthenticationErrorKind kind) {
    return AuthenticationException.builder(kind).provider("Token cache");
  }
}
