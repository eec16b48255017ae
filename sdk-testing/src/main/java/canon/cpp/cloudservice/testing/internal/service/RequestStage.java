package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A stage of request handling. It responds itself, or passes the request on and may change the
 * response.
 */
@FunctionalInterface
public interface RequestStage {
  CompletableFuture<ServiceResponse> handle(
      ReceivedRequest received, Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next);

  /** Chains stages. The last stage must not pass the request on. */
  static Function<ReceivedRequest, CompletableFuture<ServiceResponse>> chain(
      List<RequestStage> stages) {
    return chain(
        stages,
        received ->
            CompletableFuture.failedFuture(
                new IllegalStateException("No stage handled the request")));
  }

  /** Chains stages in front of a handler. */
  static Function<ReceivedRequest, CompletableFuture<ServiceResponse>> chain(
      List<RequestStage> stages,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> after) {
    Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next = after;
    for (int i = stages.size() - 1; i >= 0; i--) {
      RequestStage stage = stages.get(i);
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> rest = next;
      next = received -> stage.handle(received, rest);
    }
    return next;
  }
}
