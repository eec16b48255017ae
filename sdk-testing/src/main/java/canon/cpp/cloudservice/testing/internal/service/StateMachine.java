package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.idempotency.IdempotentResponses;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.session.RequestAuthentication;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Answers by the rules of the domain. It decides in this order: who is it (401), was it done before
 * (409, 422, or the kept answer), who may (403), is it valid (400), does the domain allow it.
 *
 * <p>The first two are one atomic step and the rest is another. In between lies the gate of the
 * arrival, usually open.
 */
public final class StateMachine implements RequestStage {
  private static final String KEY = "Idempotency-Key";
  private static final int MAX_KEY_LENGTH = 128;

  private final Store store;
  private final IdempotentResponses keptAnswers;
  private final Clock clock;

  public StateMachine(Store store, IdempotentResponses keptAnswers, Clock clock) {
    this.store = store;
    this.keptAnswers = keptAnswers;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<ServiceResponse> answer(
      ReceivedRequest arrival, Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    if (arrival.operation().isEmpty()) {
      return next.apply(arrival);
    }
    Operation operation = arrival.operation().get();
    Admission admission;
    try {
      admission = store.atomically(() -> admit(arrival, operation));
    } catch (ProblemException rejection) {
      return CompletableFuture.completedFuture(rejected(rejection));
    }
    if (admission.kept().isPresent()) {
      return CompletableFuture.completedFuture(admission.kept().get());
    }
    return arrival
        .gate()
        .handle(
            (open, closed) ->
                store.atomically(
                    () ->
                        closed == null
                            ? carryOut(arrival, operation, admission)
                            : giveUp(admission)));
  }

  /** What was found out in the first step. */
  private record Admission(
      IssuedToken token,
      FieldErrors errors,
      Optional<IdempotentResponses.Scope> scope,
      Optional<ServiceResponse> kept) {}

  private Admission admit(ReceivedRequest arrival, Operation operation) {
    IssuedToken token =
        RequestAuthentication.check(arrival.token(), operation.worksAfterLogOut(), clock.instant());
    FieldErrors errors = new FieldErrors();
    Optional<String> key = operation.changes() ? idempotencyKey(arrival, errors) : Optional.empty();
    if (key.isEmpty()) {
      return new Admission(token, errors, Optional.empty(), Optional.empty());
    }
    IdempotentResponses.Scope scope =
        new IdempotentResponses.Scope(AccountKey.of(token.account()), operation.name(), key.get());
    Optional<ServiceResponse> kept =
        keptAnswers.begin(scope, fingerprint(arrival.request()), clock.instant());
    return new Admission(token, errors, Optional.of(scope), kept);
  }

  private ServiceResponse carryOut(
      ReceivedRequest arrival, Operation operation, Admission admission) {
    OperationContext exchange =
        new OperationContext(
            arrival, operation, admission.token(), clock.instant(), admission.errors());
    boolean done = false;
    try {
      ServiceResponse answer = ServiceResponse.ok(operation.handler().handle(exchange));
      done = true;
      if (admission.scope().isEmpty()) {
        return answer;
      }
      keptAnswers.keep(admission.scope().get(), answer, exchange.now());
      return answer.asApplied();
    } catch (ProblemException rejection) {
      return rejected(rejection);
    } finally {
      if (!done) {
        admission.scope().ifPresent(keptAnswers::forget);
      }
    }
  }

  private ServiceResponse giveUp(Admission admission) {
    admission.scope().ifPresent(keptAnswers::forget);
    return ServiceResponse.lostBeforeHandling();
  }

  private static ServiceResponse rejected(ProblemException rejection) {
    Problem problem = rejection.problem();
    ServiceResponse answer = ServiceResponse.problem(problem);
    return ProblemKind.IDEMPOTENCY_KEY_IN_PROGRESS.code().equals(problem.code())
        ? answer.withHeader("Retry-After", "1")
        : answer;
  }

  /** A key that is not good is a field error like any other: who may is asked first. */
  private static Optional<String> idempotencyKey(ReceivedRequest arrival, FieldErrors errors) {
    Optional<String> key = arrival.idempotencyKey();
    if (key.isEmpty()) {
      return errors.add(KEY, Code.MISSING, "This header is required on every change.");
    }
    if (key.get().length() > MAX_KEY_LENGTH) {
      return errors.add(
          KEY, Code.TOO_LONG, "At most " + MAX_KEY_LENGTH + " characters are allowed.");
    }
    boolean visible = key.get().chars().allMatch(c -> c > 0x20 && c < 0x7f);
    return visible && !key.get().isEmpty()
        ? key
        : errors.add(KEY, Code.MALFORMED, "Only visible ASCII characters are allowed.");
  }

  private static String fingerprint(ServiceRequest request) {
    MessageDigest digest = Digests.sha256();
    digest.update(request.rawPath().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    return HexFormat.of().formatHex(digest.digest(request.body()));
  }
}
