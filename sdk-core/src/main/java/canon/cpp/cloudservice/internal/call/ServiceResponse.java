package canon.cpp.cloudservice.internal.call;

import canon.cpp.cloudservice.Response;
import canon.cpp.cloudservice.errors.Problem;
import canon.cpp.cloudservice.errors.ProblemCode;
import canon.cpp.cloudservice.http.HttpResponse;
import canon.cpp.cloudservice.internal.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What the service answered.
 *
 * @param http the answer as it came
 * @param problem the problem in it; null in a success
 * @param attempts how many attempts it took
 */
public record ServiceResponse(HttpResponse http, @Nullable Problem problem, int attempts) {
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int NOT_IMPLEMENTED = 501;

  public JsonObject json() {
    return JsonObject.parse(http.body());
  }

  public boolean isSuccess() {
    return http.status() / 100 == 2;
  }

  public boolean isNotFound() {
    return problem != null && problem.code().equals(ProblemCode.NOT_FOUND);
  }

  /**
   * Whether the service itself rejected this request for good. Others' rejections prove nothing.
   */
  public boolean isRejection() {
    return problem != null
        && (problem.status() / 100 == 4 || problem.status() == NOT_IMPLEMENTED)
        && problem.status() != TOO_MANY_REQUESTS
        && !isInProgress();
  }

  /** Whether an earlier request with the same key is still being handled. */
  public boolean isInProgress() {
    return problem != null && problem.code().equals(ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS);
  }

  /**
   * Whether nothing was done under the key of the request, neither now nor before. The service
   * looks for a kept answer before it rejects, unless it does not even know who is asking.
   */
  boolean provesUndone() {
    return problem != null && isRejection() && problem.status() != UNAUTHORIZED;
  }

  public <T> Response<T> toResponse(T value) {
    return new Response<>(
        value,
        http.status(),
        http.headers(),
        http.headers().first("X-Request-Id").orElse(null),
        attempts);
  }
}
