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
 * One thing that a fault does to a request, or to what is answered.
 *
 * @param saying what it is, in words for people
 */
public record FaultEffect(String saying, RequestStage stage) {
  /** No JSON, and no UTF-8 either. */
  private static final byte[] GARBAGE =
      "\u00ff\u0000<garbage>".getBytes(StandardCharsets.ISO_8859_1);

  /** What a clock can pass at once: about 292 years. */
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  /** The service answers, as far as this effect goes. */
  public static FaultEffect letThrough() {
    return new FaultEffect("let through", (arrival, next) -> next.apply(arrival));
  }

  /** Answers instead of the service, with the problem that belongs to the status. */
  public static FaultEffect answer(int status) {
    return answer(problem(error(status)));
  }

  /** Answers instead of the service, with a problem of that code, known or not. */
  public static FaultEffect answer(int status, String code) {
    error(status);
    return answer(
        Arrays.stream(ProblemKind.values())
            .filter(kind -> kind.code().equals(code) && kind.status() == status)
            .findFirst()
            .map(Problem::of)
            .orElseGet(
                () -> Problem.failure(status, "A fault that the test asked for").coded(code)));
  }

  private static FaultEffect answer(Problem problem) {
    ServiceResponse answer = ServiceResponse.problem(problem);
    String saying = "answer " + problem.status();
    return new FaultEffect(
        problem.code() == null ? saying : saying + " " + problem.code(),
        (arrival, next) -> CompletableFuture.completedFuture(answer));
  }

  /** Breaks the connection before the service has seen the request. */
  public static FaultEffect dropBeforeHandling() {
    return new FaultEffect(
        "drop before handling",
        (arrival, next) -> CompletableFuture.completedFuture(ServiceResponse.lostBeforeHandling()));
  }

  /** Breaks the connection when the service has done what was asked. */
  public static FaultEffect dropAfterApplying() {
    return changing("drop after landing", ServiceResponse::lost);
  }

  /** Holds the request when its idempotency key is taken, before it is carried out. */
  public static FaultEffect hold(CompletableFuture<Void> arrived, CompletableFuture<Void> gate) {
    return new FaultEffect(
        "hold",
        (arrival, next) -> {
          CompletableFuture<ServiceResponse> answer = next.apply(arrival.behind(gate));
          arrived.complete(null);
          return answer;
        });
  }

  /** The answer says in seconds when to come back; too early would be wrong. */
  public static FaultEffect retryAfter(Duration wait) {
    String seconds =
        Long.toString(possible("Retry-After", wait).plusNanos(999_999_999).toSeconds());
    return changing("Retry-After " + seconds, answer -> answer.withHeader("Retry-After", seconds));
  }

  /** The answer says by a date when to come back; a header has whole seconds. */
  public static FaultEffect retryAt(Instant instant) {
    if (!HttpDates.canName(instant)) {
      throw new IllegalArgumentException(
          "Retry-After names a moment of the years 1 to 9999, not " + instant);
    }
    String date = HttpDates.notBefore(instant);
    return changing("Retry-After " + date, answer -> answer.withHeader("Retry-After", date));
  }

  /** The body is no JSON. */
  public static FaultEffect garbled() {
    return changing("garbled", answer -> answer.withBody(GARBAGE));
  }

  /** The answer says that it is something else. */
  public static FaultEffect typed(String contentType) {
    return changing(
        "typed " + contentType, answer -> answer.withHeader("Content-Type", contentType));
  }

  /** The connection breaks in the middle of the body. */
  public static FaultEffect truncated() {
    return changing("truncated", ServiceResponse::cut);
  }

  /** The body comes little by little. */
  public static FaultEffect dripping(Duration time) {
    Duration checked = possible("time", time);
    return changing("dripping for " + checked, answer -> answer.taking(checked));
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
    throw new IllegalArgumentException("A fault has a status of 400 to 599, not " + status);
  }

  private static FaultEffect changing(String saying, UnaryOperator<ServiceResponse> change) {
    return new FaultEffect(saying, (arrival, next) -> next.apply(arrival).thenApply(change));
  }

  private static Problem problem(int status) {
    List<ProblemKind> named =
        Arrays.stream(ProblemKind.values()).filter(kind -> kind.status() == status).toList();
    if (named.size() == 1) {
      return Problem.of(named.get(0));
    }
    return status == 401
        ? Problem.of(ProblemKind.UNAUTHENTICATED)
        : Problem.failure(status, "A fault that the test asked for");
  }
}
