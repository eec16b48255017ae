package canon.cpp.cloudservice.internal.run;

import canon.cpp.cloudservice.errors.CallReport;
import canon.cpp.cloudservice.errors.CloudServiceException;
import canon.cpp.cloudservice.errors.ConflictException;
import canon.cpp.cloudservice.errors.InvalidRequestException;
import canon.cpp.cloudservice.errors.MalformedResponseException;
import canon.cpp.cloudservice.errors.NotFoundException;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.PermissionDeniedException;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.RejectedException;
import canon.cpp.cloudservice.errors.UnauthenticatedException;
import canon.cpp.cloudservice.errors.UnavailableException;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.call.ServiceResponse;
import canon.cpp.cloudservice.internal.errors.ProblemMessages;
import canon.cpp.cloudservice.internal.http.MediaTypes;
import canon.cpp.cloudservice.internal.json.MalformedJsonException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What an answer that is no success means: for the outcome, for retrying, and for the caller. */
final class ResponseErrors {
  private static final int TOO_MANY_REQUESTS = 429;

  private ResponseErrors() {}

  /** What is known of the effect. A rejection is only believed from the service itself. */
  static Outcome outcome(ServiceResponse answer) {
    if (answer.http().isRetransmitted()) {
      return Outcome.UNKNOWN;
    }
    int status = answer.http().status();
    return status == TOO_MANY_REQUESTS || answer.isRejection() ? Outcome.REJECTED : Outcome.UNKNOWN;
  }

  /** Whether trying again may help. */
  static boolean mayPass(ServiceResponse answer) {
    return switch (answer.http().status()) {
      case TOO_MANY_REQUESTS, 500, 502, 503, 504 -> true;
      default -> answer.isInProgress();
    };
  }

  static CloudServiceException exception(
      CallReport report, ServiceResponse answer, @Nullable Duration retryAfter, String notRetried) {
    int status = answer.http().status();
    Problem problem = answer.problem();
    if (problem != null && (answer.isRejection() || answer.isInProgress())) {
      return rejected(report, problem);
    }
    if (status == TOO_MANY_REQUESTS) {
      return new UnavailableException(
          report,
          sentences(
              (problem == null
                      ? "The service, or something before it, limits the rate of requests. Wait"
                          + " before you call again, and call less often "
                          + reference(answer.http())
                      : ProblemMessages.message(problem))
                  + ".",
              notRetried),
          retryAfter,
          null);
    }
    if (status / 100 == 5) {
      return new UnavailableException(
          report,
          (MediaTypes.isHtml(answer.http())
                  ? "Something before the service, such as a proxy, failed with an HTML page "
                  : "The service, or something before it, failed ")
              + (problem == null ? reference(answer.http()) : reference(problem))
              + ". "
              + (notRetried.isEmpty() ? "" : notRetried + " ")
              + "Try again later; if it stays, give this to the service's operator",
          retryAfter,
          null);
    }
    return new MalformedResponseException(report, unreadable(answer.http()), null);
  }

  static CloudServiceException unreadable(
      CallReport report, HttpResponse response, RuntimeException cause) {
    String what =
        MediaTypes.isHtml(response)
            ? "it is an HTML page"
            : response.body().length == 0 ? "it is empty" : reason(cause);
    return new MalformedResponseException(
        report,
        "The answer "
            + reference(response)
            + " cannot be read, because "
            + what
            + ". Does the configured address lead to the service, or does a proxy answer for it?",
        cause);
  }

  /** Only these two are known to quote nothing of the answer. */
  private static String reason(RuntimeException cause) {
    boolean ours =
        cause instanceof MalformedJsonException || cause instanceof IllegalArgumentException;
    return ours ? String.valueOf(cause.getMessage()) : "it holds something unexpected";
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

  private static String unreadable(HttpResponse response) {
    if (Redirects.is(response)) {
      return "The address answers with a redirect "
          + reference(response)
          + redirectTarget(response)
          + ", which is not followed, because it would take the token there. Configure the"
          + " service's own address.";
    }
    return "The answer "
        + reference(response)
        + " is not the service's: "
        + (MediaTypes.isHtml(response) ? "an HTML page" : "no problem details")
        + ". Does the configured address lead to the service, or does a proxy answer for it?";
  }

  private static String redirectTarget(HttpResponse response) {
    String target = Redirects.target(response);
    return target == null ? "" : " to " + target;
  }

  private static String reference(Problem problem) {
    return ProblemMessages.reference(problem.status(), problem.code().id(), problem.requestId());
  }

  private static String reference(HttpResponse response) {
    String requestId = response.headers().first("X-Request-Id").orElse(null);
    return ProblemMessages.reference(response.status(), null, requestId);
  }

  private static String sentences(String first, String second) {
    return second.isEmpty() ? first : first + " " + second;
  }
}
