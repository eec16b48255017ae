package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.internal.service.Stage;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a fault does to a request. */
public final class Effect {
  private Effect() {}

  /** Answers instead of the service. */
  public static Stage answer(int status, Optional<Duration> retryAfter) {
    Answer plain = Answer.problem(problem(status));
    Answer answer =
        retryAfter
            .map(wait -> plain.withHeader("Retry-After", Long.toString(seconds(wait))))
            .orElse(plain);
    return (arrival, next) -> CompletableFuture.completedFuture(answer);
  }

  /** Breaks the connection before the service has seen the request. */
  public static Stage dropBeforeHandling() {
    return (arrival, next) -> CompletableFuture.completedFuture(Answer.lostBeforeHandling());
  }

  /** Breaks the connection when the service has done what was asked. */
  public static Stage dropAfterLanding() {
    return (arrival, next) -> next.apply(arrival).thenApply(Answer::lost);
  }

  /** Holds the request when its idempotency key is taken, before it is carried out. */
  public static Stage hold(CompletableFuture<Void> arrived, CompletableFuture<Void> gate) {
    return (arrival, next) -> {
      CompletableFuture<Answer> answer = next.apply(arrival.behind(gate));
      arrived.complete(null);
      return answer;
    };
  }

  /** The header has whole seconds; coming back too early would be wrong. */
  private static long seconds(Duration wait) {
    return wait.plusNanos(999_999_999).toSeconds();
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
