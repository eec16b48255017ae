package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.wire.Answer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** One of those who may answer a request, or pass it on, or change what comes back. */
@FunctionalInterface
public interface Stage {
  CompletableFuture<Answer> answer(
      Arrival arrival, Function<Arrival, CompletableFuture<Answer>> next);

  /** Puts stages in a row; the last one may not pass on. */
  static Function<Arrival, CompletableFuture<Answer>> row(List<Stage> stages) {
    return row(
        stages,
        arrival ->
            CompletableFuture.failedFuture(new IllegalStateException("Nobody answers requests")));
  }

  /** Puts stages in a row before what comes after them. */
  static Function<Arrival, CompletableFuture<Answer>> row(
      List<Stage> stages, Function<Arrival, CompletableFuture<Answer>> after) {
    Function<Arrival, CompletableFuture<Answer>> next = after;
    for (int i = stages.size() - 1; i >= 0; i--) {
      Stage stage = stages.get(i);
      Function<Arrival, CompletableFuture<Answer>> rest = next;
      next = arrival -> stage.answer(arrival, rest);
    }
    return next;
  }
}
