package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Says of every request that nobody else answered that the fake does not know it. */
final class UnmodelledOperations implements RequestStage {
  private final Routes routes;

  UnmodelledOperations(Routes routes) {
    this.routes = routes;
  }

  @Override
  public CompletableFuture<ServiceResponse> answer(
      ReceivedRequest arrival, Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    String what = arrival.request().method() + " " + routes.templateOf(arrival.request().rawPath());
    Problem problem =
        Problem.of(ProblemKind.NOT_MODELLED)
            .saying(ProblemKind.NOT_MODELLED.title(), what + " is not modelled.");
    return CompletableFuture.completedFuture(ServiceResponse.problem(problem));
  }
}
