package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.internal.service.RequestStage;
import canon.cpp.cloudservice.testing.internal.wire.HttpDates;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * One effect of a fault on a request or its response.
 *
 * @param description the effect in words
 */
public record FaultEffect(String description, RequestStage stage) {
  /** The description of the effect that holds requests. */
  static final String HOLD = "hold";

  /** Neither JSON nor UTF-8. */
  private static final byte[] GARBAGE =
      "\u00ff\u0000<garbage>".getBytes(StandardCharsets.ISO_8859_1);

  /** The longest duration that the clock supports: about 292 years. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  /** Returns an effect that passes the request on unchanged. */
  public static FaultEffect passThrough() {
    return new FaultEffect("pass through", (received, next) -> next.apply(received));
  }

  /** Responds instead of the service, with the problem for the status. */
  public static FaultEffect respond(int status) {
    return respond(problem(error(status)));
  }

  /** Responds instead of the service, with a problem of the given code, known or unknown. */
  public static FaultEffect respond(int status, String code) {
    error(status);
    return respond(
        Arrays.stream(ProblemKind.values())
            .filter(kind -> kind.code().equals(code) && kind.status() == status)
            .findFirst()
            .map(Problem::of)
            .orElseGet(
                () ->
                    Problem.failure(status, "A fault that was requested by the test")
                        .withCode(code)));
  }

  private static FaultEffect respond(Problem problem) {
    ServiceResponse response = ServiceResponse.problem(problem);
    String description = "respond " + problem.status();
    return new FaultEffect(
        problem.code() == null ? description : description + " " + problem.code(),
        (received, next) -> CompletableFuture.completedFuture(response));
  }

  /** Closes the connection before the service handles the request. */
  public static FaultEffect dropBeforeHandling() {
    return new FaultEffect(
        "drop before handling",
        (received, next) ->
            CompletableFuture.completedFuture(ServiceResponse.lostBeforeHandling()));
  }

  /** Closes the connection after the service has applied the request, without a response. */
  public static FaultEffect dropAfterApplying() {
    return changing("drop after applying", ServiceResponse::lost);
  }

  /** Holds the request after its idempotency key is reserved and before it is applied. */
  public static FaultEffect hold(CompletableFuture<Void> arrived, CompletableFuture<Void> gate) {
    return new FaultEffect(
        HOLD,
        (received, next) -> {
          CompletableFuture<ServiceResponse> response = next.apply(received.behind(gate));
          arrived.complete(null);
          return response;
        });
  }

  /** Adds a Retry-After header in seconds, rounded up. */
  public static FaultEffect retryAfter(Duration wait) {
    String seconds = wholeSeconds(possible("Retry-After", wait));
    return changing(
        "Retry-After " + seconds, response -> response.withHeader("Retry-After", seconds));
  }

  /** Adds a Retry-After header with a date, rounded up to whole seconds. */
  public static FaultEffect retryAt(Instant instant) {
    if (!HttpDates.canName(instant)) {
      throw new IllegalArgumentException(
          "Retry-After needs an instant in the years 1 to 9999, but is " + instant);
    }
    String date = HttpDates.notBefore(instant);
    return changing("Retry-After " + date, response -> response.withHeader("Retry-After", date));
  }

  /** Replaces the body with bytes that are not JSON. */
  public static FaultEffect malformedBody() {
    return changing("malformed body", response -> response.withBody(GARBAGE));
  }

  /** Replaces the content type. */
  public static FaultEffect withContentType(String contentType) {
    return changing(
        "content type " + contentType,
        response -> response.withHeader("Content-Type", contentType));
  }

  /** Closes the connection in the middle of the body. */
  public static FaultEffect truncatedBody() {
    return changing("truncated body", ServiceResponse::cut);
  }

  /** Sends the body slowly, spread over the given time. */
  public static FaultEffect slowBody(Duration time) {
    Duration checked = possible("time", time);
    return changing("slow body for " + checked, response -> response.taking(checked));
  }

  /** Returns a duration in whole seconds, rounded up, as Retry-After has it. */
  static String wholeSeconds(Duration wait) {
    return Long.toString(wait.plusNanos(999_999_999).toSeconds());
  }

  static Duration possible(String what, Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException(what + " cannot be negative, but is " + duration);
    }
    if (duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          what + " cannot be longer than " + LONGEST + ", but is " + duration);
    }
    return duration;
  }

  private static int error(int status) {
    if (status >= 400 && status <= 599) {
      return status;
    }
    throw new IllegalArgumentException(
        "The status of a fault must be 400 to 599, but is " + status);
  }

  private static FaultEffect changing(String description, UnaryOperator<ServiceResponse> change) {
    return new FaultEffect(description, (received, next) -> next.apply(received).thenApply(change));
  }

  private static Problem problem(int status) {
    List<ProblemKind> named =
        Arrays.stream(ProblemKind.values()).filter(kind -> kind.status() == status).toList();
    if (named.size() == 1) {
      return Problem.of(named.get(0));
    }
    return status == 401
        ? Problem.of(ProblemKind.UNAUTHENTICATED)
        : Problem.failure(status, "A fault that was requested by the test");
  }
}
