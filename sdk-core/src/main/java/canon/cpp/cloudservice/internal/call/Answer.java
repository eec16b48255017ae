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
public record Answer(HttpResponse http, @Nullable Problem problem, int attempts) {

  public JsonObject json() {
    return JsonObject.parse(http.body());
  }

  public boolean isSuccess() {
    return http.status() / 100 == 2;
  }

  public boolean isNotFound() {
    return problem != null && problem.code().equals(ProblemCode.NOT_FOUND);
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
