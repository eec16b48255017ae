package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.auth.TokenErrors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The exceptions of calls that end without an answer. */
public final class CallErrors {
  private CallErrors() {}

  static CloudServiceException unanswered(
      CallReport report, HttpTransportException failure, String notRetried) {
    return new UnavailableException(
        report,
        "The service gave no answer: "
            + failure.getMessage()
            + "."
            + (notRetried.isEmpty() ? "" : " " + notRetried),
        null,
        failure,
        isTransient(failure.reason()));
  }

  /** Returns whether a call that got no response for this reason may succeed later. */
  static boolean isTransient(Reason reason) {
    return reason == Reason.CONNECT || reason == Reason.TIMEOUT || reason == Reason.CONNECTION_LOST;
  }

  static CloudServiceException noToken(CallReport report, Throwable failure) {
    return TokenErrors.forCaller(report, failure);
  }

  static CloudServiceException foreignToken(CallReport report) {
    return new AuthenticationException(
        report,
        "The token is bound to another service than the one that this client calls, so it is not"
            + " sent. Check the service address and where the token comes from",
        null);
  }

  static CloudServiceException outOfTime(CallReport report, boolean awaitedToken) {
    return new DeadlineException(
        report,
        awaitedToken
            ? "No token came in the time that the call had. Check the token provider, or allow more"
                + " with timeout(…)"
            : "The call did not end in the time that it had. Allow more with timeout(…), or check"
                + " the network",
        null);
  }

  public static CloudServiceException clientClosed(
      CallReport report, @Nullable InterruptedException cause) {
    return new UnavailableException(
        report,
        "The client was closed while the call ran. Keep one client open for as long as the program"
            + " needs it",
        null,
        cause,
        false);
  }

  public static CloudServiceException noThread(
      CallReport report, RejectedExecutionException cause) {
    return new UnavailableException(
        report,
        "The client's executor rejects work, so the call could not go on. Is it shut down, or its"
            + " queue full?",
        null,
        cause);
  }

  public static CloudServiceException interrupted(CallReport report, InterruptedException cause) {
    return new InterruptedCallException(report, "The waiting thread was interrupted", cause);
  }
}
