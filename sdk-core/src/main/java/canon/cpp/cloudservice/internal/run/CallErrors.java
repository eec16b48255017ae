package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.AuthenticationException;
import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.DeadlineException;
import canon.cpp.cloudservice.errors.InterruptedCallException;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.http.HttpTransportException;
import canon.cpp.cloudservice.http.HttpTransportException.Reason;
import canon.cpp.cloudservice.internal.auth.TokenErrors;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import canon.cpp.cloudservice.internal.errors.ProblemMessages;
import canon.cpp.cloudservice.internal.http.AttemptEcho;
import canon.cpp.cloudservice.internal.http.MediaTypes;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** The exceptions of calls. No message quotes a body, an address or a secret. */
public final class CallErrors {
  private CallErrors() {}

  /** Returns the exception for a response that is not accepted. */
  static CloudServiceException notAccepted(
      CallReport report, ServiceResponse response, @Nullable Duration retryAfter, String reason) {
    Problem problem = response.problem();
    if (problem != null && (response.isRejection() || response.isInProgress())) {
      return rejected(report, problem);
    }
    String message = temporary(response, reason);
    return message == null
        ? new MalformedResponseException(report, notFromService(response), null)
        : new UnavailableException(report, message, retryAfter, null);
  }

  private static CloudServiceException rejected(CallReport report, Problem problem) {
    return switch (problem.status()) {
      case 400, 422 -> new InvalidRequestException(report, problem);
      case 401 -> new UnauthenticatedException(report, problem);
      case 403 -> new PermissionDeniedException(report, problem);
      case 404 -> new NotFoundException(report, problem);
      case 409 -> new ConflictException(report, problem);
      default -> new RejectedException(report, problem);
    };
  }

  /** Returns the message of a failure that may be temporary; null if the response is not one. */
  private static @Nullable String temporary(ServiceResponse response, String reason) {
    Problem problem = response.problem();
    if (response.isThrottled()) {
      return sentences(
          (problem == null
                  ? "The service, or something in front of it, limits the rate of requests. Wait"
                      + " before you call again, and call less often "
                      + reference(response)
                  : ProblemMessages.message(problem))
              + ".",
          reason);
    }
    if (response.isNotProcessed()) {
      return sentences(
              "The service, or something in front of it, did not process the request "
                  + reference(response)
                  + ".",
              reason)
          + " Try again later.";
    }
    if (response.status() / 100 == 5) {
      return sentences(
              (MediaTypes.isHtml(response.http())
                      ? "Something in front of the service, such as a proxy, failed with an HTML page "
                      : "The service, or something in front of it, failed ")
                  + reference(response)
                  + ".",
              reason)
          + " Try again later. If the failure persists, report it to the service's operator.";
    }
    return null;
  }

  private static String notFromService(ServiceResponse response) {
    if (response.lacksEcho() && response.status() / 100 == 2) {
      return "The response "
          + reference(response)
          + " has no "
          + AttemptEcho.HEADER
          + " header, which this client requires, so it may belong to another request. Check whether"
          + " a gateway removes the header.";
    }
    if (Redirects.isRedirect(response.http())) {
      String target = Redirects.target(response.http());
      return "The response is a redirect "
          + reference(response)
          + (target == null ? "" : " to " + target)
          + ". Redirects are not followed, because the token would be sent there. Configure the"
          + " address of the service itself.";
    }
    return "The response "
        + reference(response)
        + " is not the service's: it "
        + (MediaTypes.isHtml(response.http()) ? "is an HTML page" : "has no problem details")
        + ". Check whether the service address is right, and whether a proxy responds in its place.";
  }

  /** Returns the exception for a successful response whose body breaks the contract. */
  static CloudServiceException malformed(
      CallReport report, ServiceResponse response, RuntimeException cause) {
    HttpResponse http = response.http();
    String what =
        MediaTypes.isHtml(http)
            ? "it is an HTML page"
            : http.body().length == 0 ? "it is empty" : reason(cause);
    return new MalformedResponseException(
        report,
        "The response "
            + reference(response)
            + " cannot be read, because "
            + what
            + ". Check whether the service address is right, and whether a proxy responds in its"
            + " place.",
        cause);
  }

  /** Only the messages of these two are known to quote nothing of the response. */
  private static String reason(RuntimeException cause) {
    boolean own =
        cause instanceof MalformedJsonException || cause instanceof IllegalArgumentException;
    return own ? String.valueOf(cause.getMessage()) : "it has unexpected content";
  }

  static CloudServiceException noResponse(
      CallReport report, HttpTransportException failure, String reason) {
    return new UnavailableException(
        report,
        sentences("No response was received: " + failure.getMessage() + ".", reason),
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
            + " sent. Check the service address and the source of the token",
        null);
  }

  static CloudServiceException deadlineExceeded(CallReport report, boolean awaitedToken) {
    return new DeadlineException(
        report,
        awaitedToken
            ? "The deadline was exceeded before a token was obtained. Check the token provider, or"
                + " increase the timeout with timeout(…)"
            : "The deadline was exceeded. Increase the timeout with timeout(…), or check the"
                + " network",
        null);
  }

  public static CloudServiceException clientClosed(
      CallReport report, @Nullable InterruptedException cause) {
    return new UnavailableException(
        report,
        "The client was closed during the call. Keep one client open for as long as the application"
            + " needs it",
        null,
        cause,
        false);
  }

  public static CloudServiceException executorFailed(CallReport report, Throwable cause) {
    return new UnavailableException(
        report,
        cause instanceof RejectedExecutionException
            ? "The client's executor rejects tasks, so the call cannot continue. Check whether it is"
                + " shut down or its queue is full"
            : "The client's executor failed ("
                + cause.getClass().getSimpleName()
                + "), so the call cannot continue. See the cause",
        null,
        cause);
  }

  public static CloudServiceException interrupted(CallReport report, InterruptedException cause) {
    return new InterruptedCallException(report, "The waiting thread was interrupted", cause);
  }

  private static String reference(ServiceResponse response) {
    Problem problem = response.problem();
    return ProblemMessages.reference(
        response.status(),
        problem == null ? null : problem.code().id(),
        ServiceResponse.requestId(response.http()));
  }

  private static String sentences(String first, String second) {
    return second.isEmpty() ? first : first + " " + second;
  }
}
