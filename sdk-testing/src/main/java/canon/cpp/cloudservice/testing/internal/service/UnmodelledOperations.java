package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Rejects each request that no other stage handled as not modelled. */
final class UnmodelledOperations implements RequestStage {
  private final Routes routes;

  UnmodelledOperations(Routes routes) {
    this.routes = routes;
  }

  @Override
  public CompletableFuture<ServiceResponse> handle(
      ReceivedRequest received,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    String what =
        received.request().method() + " " + routes.templateOf(received.request().rawPath());
    Problem problem =
        Problem.of(ProblemKind.NOT_MODELLED)
            .withTexts(ProblemKind.NOT_MODELLED.title(), what + " is not modelled.");
    return CompletableFuture.completedFuture(ServiceResponse.problem(problem));
  }
}
