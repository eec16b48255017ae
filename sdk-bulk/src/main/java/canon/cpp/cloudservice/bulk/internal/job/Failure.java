package canon.cpp.cloudservice.bulk.internal.job;

import canon.cpp.cloudservice.bulk.StopReason;
import canon.cpp.cloudservice.errors.Attempt;
import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a failed request means for its row and for the job. */
final class Failure {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final Set<Integer> THROTTLED = Set.of(TOO_MANY_REQUESTS, 503);

  /** A setting has to be changed first, or the client was closed. */
  private static final Set<Reason> HOPELESS = Set.of(Reason.TLS, Reason.PROXY, Reason.CLOSED);

  /** These are about the account, so every other row would be rejected as well. */
  private static final Set<ProblemCode> NOT_PERMITTED =
      Set.of(
          ProblemCode.ACCOUNT_NOT_REGISTERED,
          ProblemCode.ACCOUNT_MISMATCH,
          ProblemCode.EMAIL_NOT_VERIFIED,
          ProblemCode.SIGN_IN_REQUIRED,
          ProblemCode.ADMINISTRATOR_REQUIRED);

  private final CloudServiceException exception;

  private Failure(CloudServiceException exception) {
    this.exception = exception;
  }

  /**
   * Returns the failure of a call.
   *
   * @throws RuntimeException if it is not one that calls have, so the program has an error
   */
  static Failure of(Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable real = thrown instanceof CompletionException && cause != null ? cause : thrown;
    if (real instanceof CloudServiceException known) {
      return new Failure(known);
    }
    throw new IllegalStateException("A call failed unexpectedly: " + real, real);
  }

  /** Returns why the job must stop; null if other rows can still succeed. */
  @Nullable StopReason fatal() {
    if (exception instanceof AuthenticationException failed) {
      return failed.isTransient() ? null : StopReason.NOT_AUTHENTICATED;
    }
    if (exception instanceof UnauthenticatedException) {
      return StopReason.NOT_AUTHENTICATED;
    }
    if (exception instanceof RejectedException rejected) {
      return NOT_PERMITTED.contains(rejected.code()) ? StopReason.NOT_PERMITTED : null;
    }
    return isHopeless() ? StopReason.UNREACHABLE : null;
  }

  private boolean isHopeless() {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpTransportException transport) {
        return HOPELESS.contains(transport.reason());
      }
    }
    return false;
  }

  /** Tells whether the service asks to come back later. */
  boolean isThrottled() {
    Attempt last = lastAttempt();
    return exception instanceof UnavailableException
        && last != null
        && last.status() != null
        && THROTTLED.contains(last.status());
  }

  /** Tells whether the service asks to send more slowly, and not only later. */
  boolean isRateLimited() {
    Attempt last = lastAttempt();
    Integer status = last == null ? null : last.status();
    return status != null && status == TOO_MANY_REQUESTS;
  }

  @Nullable Duration retryAfter() {
    return exception.retryAfter().orElse(null);
  }

  /** Returns the rejection; null if the row can be tried again. */
  @Nullable RejectedException rejection() {
    return exception instanceof RejectedException rejected && !rejected.isTransient()
        ? rejected
        : null;
  }

  /** Tells whether the change may have been applied. */
  boolean isUnknown() {
    return exception.outcome() == Outcome.UNKNOWN;
  }

  String message() {
    return exception.getMessage();
  }

  @Nullable String requestId() {
    Attempt last = lastAttempt();
    return last == null ? null : last.requestId();
  }

  private @Nullable Attempt lastAttempt() {
    List<Attempt> attempts = exception.attempts();
    return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
  }
}
