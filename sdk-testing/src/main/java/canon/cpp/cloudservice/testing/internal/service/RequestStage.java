package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** One of those who may answer a request, or pass it on, or change what comes back. */
@FunctionalInterface
public interface RequestStage {
  CompletableFuture<ServiceResponse> answer(
      ReceivedRequest arrival, Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next);

  /** Puts stages in a row; the last one may not pass on. */
  static Function<ReceivedRequest, CompletableFuture<ServiceResponse>> row(
      List<RequestStage> stages) {
    return row(
        stages,
        arrival ->
            CompletableFuture.failedFuture(new IllegalStateException("Nobody answers requests")));
  }

  /** Puts stages in a row before what comes after them. */
  static Function<ReceivedRequest, CompletableFuture<ServiceResponse>> row(
      List<RequestStage> stages,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> after) {
    Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next = after;
    for (int i = stages.size() - 1; i >= 0; i--) {
      RequestStage stage = stages.get(i);
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> rest = next;
      next = arrival -> stage.answer(arrival, rest);
    }
    return next;
  }
}
