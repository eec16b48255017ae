package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.errors.Outcome;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.json.JsonObject;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A response, and what it means for the outcome of the call and for retries.
 *
 * @param http the response as received, without the secrets of the call
 * @param problem its problem details; null if it has none of the service's
 * @param attempts the number of attempts so far
 * @param echo whether the response carries the id of its attempt
 */
public record ServiceResponse(
    HttpResponse http, @Nullable Problem problem, int attempts, Echo echo) {
  private static final int UNAUTHORIZED = 401;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int MISDIRECTED_REQUEST = 421;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NOT_IMPLEMENTED = 501;

  /** Whether a response carries the id of its attempt. Another id is never accepted. */
  public enum Echo {
    /** It does, so the service has answered this request. */
    PRESENT,
    /** It does not, which is accepted because gateways may remove the header. */
    MISSING,
    /** It does not, although the host requires it. */
    REQUIRED
  }

  /** Reads the problem details of a response. */
  public static ServiceResponse of(
      HttpResponse response, int attempts, Echo echo, SecretMask mask) {
    HttpResponse shown = mask.hide(response);
    return new ServiceResponse(shown, ProblemReader.read(shown, mask), attempts, echo);
  }

  /** Reads the body as JSON. */
  public <T> T read(Function<JsonObject, T> reader) {
    return JsonObject.read(http.body(), reader);
  }

  public int status() {
    return http.status();
  }

  /**
   * Returns whether the host requires the id of the attempt, and the response does not carry it.
   */
  public boolean lacksEcho() {
    return echo == Echo.REQUIRED;
  }

  public boolean isSuccess() {
    return status() / 100 == 2 && !lacksEcho();
  }

  public boolean isNotFound() {
    return hasCode(ProblemCode.NOT_FOUND) && !lacksEcho();
  }

  /** Returns whether an earlier request with the same key is still being processed. */
  public boolean isInProgress() {
    return hasCode(ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS);
  }

  /** Returns whether the response is a 429, of the service or of something in front of it. */
  public boolean isThrottled() {
    return status() == TOO_MANY_REQUESTS;
  }

  /** Returns whether the status says that the request was not processed, and may be sent again. */
  public boolean isNotProcessed() {
    return switch (status()) {
      case REQUEST_TIMEOUT, MISDIRECTED_REQUEST, TOO_EARLY -> true;
      default -> false;
    };
  }

  public boolean isUnauthorized() {
    return status() == UNAUTHORIZED;
  }

  public boolean hasCode(ProblemCode code) {
    return problem != null && problem.code().equals(code);
  }

  /**
   * Returns whether the service itself rejected this request for good. A rejection without the
   * service's problem details proves nothing.
   */
  public boolean isRejection() {
    return problem != null
        && (status() / 100 == 4 || status() == NOT_IMPLEMENTED)
        && !isThrottled()
        && !isNotProcessed()
        && !isInProgress();
  }

  /**
   * Returns whether nothing was applied under the key of the request, neither now nor before. The
   * service looks for a stored response before it rejects, unless it does not know the account.
   */
  boolean provesNotApplied() {
    return isRejection() && !isUnauthorized() && !lacksEcho();
  }

  /** Returns what is known about the effect of the request. */
  public Outcome outcome() {
    if (http.isRetransmitted() || lacksEcho()) {
      return Outcome.UNKNOWN;
    }
    // A balancer that gives up on a slow service sends 408 too, so that one proves nothing.
    boolean byService = echo == Echo.PRESENT && isNotProcessed() && status() != REQUEST_TIMEOUT;
    return isThrottled() || isRejection() || byService ? Outcome.REJECTED : Outcome.UNKNOWN;
  }

  /** Returns whether another attempt may succeed. */
  public boolean isRetryable() {
    return switch (status()) {
      case TOO_MANY_REQUESTS, 500, 502, 503, 504 -> true;
      default -> isNotProcessed() || isInProgress();
    };
  }

  /** Adds the HTTP response to a result. */
  public <T> Response<T> toResponse(T value) {
    return new Response<>(value, status(), http.headers(), requestId(http), attempts);
  }

  /** Returns the service's id of the request, or null. */
  public static @Nullable String requestId(HttpResponse response) {
    return response.headers().first("X-Request-Id").orElse(null);
  }
}
