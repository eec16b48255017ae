package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.idempotency.IdempotentResponses;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.session.RequestAuthentication;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.FieldError.Code;
import canon.cpp.cloudservice.testing.internal.wire.FieldErrors;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
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
 * Applies the domain rules, in this order: authentication (401), stored responses (409, 422, or a
 * replay), permissions (403), validation (400), domain rules.
 *
 * <p>The first two are one atomic step and the rest is another. Between them the gate of the
 * request, usually open, can hold it.
 */
public final class StateMachine implements RequestStage {
  private static final String KEY = "Idempotency-Key";

  private final Store store;
  private final IdempotentResponses keptAnswers;
  private final Clock clock;

  public StateMachine(Store store, IdempotentResponses keptAnswers, Clock clock) {
    this.store = store;
    this.keptAnswers = keptAnswers;
    this.clock = clock;
  }

  @Override
  public CompletableFuture<ServiceResponse> handle(
      ReceivedRequest received,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    if (received.operation().isEmpty()) {
      return next.apply(received);
    }
    Operation operation = received.operation().get();
    Admission admission;
    try {
      admission = store.atomically(() -> admit(received, operation));
    } catch (ProblemException rejection) {
      return CompletableFuture.completedFuture(rejected(rejection));
    }
    if (admission.kept().isPresent()) {
      return CompletableFuture.completedFuture(admission.kept().get());
    }
    return received
        .gate()
        .handle(
            (open, closed) ->
                store.atomically(
                    () ->
                        closed == null
                            ? apply(received, operation, admission)
                            : abandon(admission)));
  }

  /** The result of the first step. */
  private record Admission(
      IssuedToken token,
      FieldErrors errors,
      Optional<IdempotentResponses.Scope> scope,
      Optional<ServiceResponse> kept) {}

  private Admission admit(ReceivedRequest received, Operation operation) {
    IssuedToken token =
        RequestAuthentication.check(
            received.token(), operation.worksAfterLogOut(), clock.instant());
    FieldErrors errors = new FieldErrors();
    Optional<String> key =
        operation.changes() ? idempotencyKey(received, errors) : Optional.empty();
    if (key.isEmpty()) {
      return new Admission(token, errors, Optional.empty(), Optional.empty());
    }
    IdempotentResponses.Scope scope =
        new IdempotentResponses.Scope(AccountKey.of(token.account()), operation.name(), key.get());
    Optional<ServiceResponse> kept =
        keptAnswers.begin(scope, fingerprint(received.request()), clock.instant());
    return new Admission(token, errors, Optional.of(scope), kept);
  }

  private ServiceResponse apply(
      ReceivedRequest received, Operation operation, Admission admission) {
    OperationContext context =
        new OperationContext(
            received, operation, admission.token(), clock.instant(), admission.errors());
    boolean applied = false;
    try {
      ServiceResponse response = ServiceResponse.ok(operation.handler().handle(context));
      applied = true;
      if (admission.scope().isEmpty()) {
        return response;
      }
      keptAnswers.keep(admission.scope().get(), response, context.now());
      return response.asApplied();
    } catch (ProblemException rejection) {
      return rejected(rejection);
    } finally {
      if (!applied) {
        admission.scope().ifPresent(keptAnswers::forget);
      }
    }
  }

  private ServiceResponse abandon(Admission admission) {
    admission.scope().ifPresent(keptAnswers::forget);
    return ServiceResponse.lostBeforeHandling();
  }

  private static ServiceResponse rejected(ProblemException rejection) {
    Problem problem = rejection.problem();
    ServiceResponse response = ServiceResponse.problem(problem);
    return ProblemKind.IDEMPOTENCY_KEY_IN_PROGRESS.code().equals(problem.code())
        ? response.withHeader("Retry-After", "1")
        : response;
  }

  /** An invalid key is a field error like any other, reported after the permission check. */
  private static Optional<String> idempotencyKey(ReceivedRequest received, FieldErrors errors) {
    Optional<String> key = received.idempotencyKey();
    if (key.isEmpty()) {
      return errors.add(KEY, Code.MISSING, "This header is required for each change.");
    }
    if (received.request().headers().all(KEY).size() > 1) {
      return errors.add(KEY, Code.MALFORMED, "This header must be sent once.");
    }
    if (key.get().length() > Limits.IDEMPOTENCY_KEY) {
      return errors.add(
          KEY, Code.TOO_LONG, "At most " + Limits.IDEMPOTENCY_KEY + " characters are allowed.");
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
    // Without a condition the fingerprint is the one that states of earlier versions contain.
    for (String condition : request.headers().all("If-Match")) {
      digest.update(condition.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest(request.body()));
  }
}
