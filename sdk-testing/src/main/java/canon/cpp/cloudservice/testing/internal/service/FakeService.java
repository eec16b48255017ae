package canon.cpp.cloudservice.testing.internal.service;

import canon.cpp.cloudservice.testing.internal.idempotency.AttemptCounts;
import canon.cpp.cloudservice.testing.internal.log.LogBook;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.session.RequestAuthentication;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.Store;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.RouteTable;
import canon.cpp.cloudservice.testing.internal.wire.ServiceRequest;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Passes requests of the endpoints through the stages and logs them. */
public final class FakeService {
  private static final Logger LOGGER = System.getLogger("canon.cpp.cloudservice.testing");
  private static final Problem BROKEN = Problem.failure(500, "The fake itself has failed");

  private static final String ATTEMPT_ID = "Attempt-Id";
  private static final Pattern VALID_ATTEMPT_ID = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private final Store store;
  private final Routes routes;
  private final RequestAuthentication authentication;
  private final Clock clock;
  private final LogBook log;
  private final Function<ReceivedRequest, CompletableFuture<ServiceResponse>> stages;
  private final AttemptCounts attempts;
  private long arrived;

  /** The given stages run before the state machine, in their order. */
  public FakeService(
      Store store,
      Routes routes,
      RequestAuthentication authentication,
      AttemptCounts attempts,
      Clock clock,
      LogBook log,
      List<RequestStage> before,
      StateMachine stateMachine) {
    this.store = store;
    this.routes = routes;
    this.authentication = authentication;
    this.attempts = attempts;
    this.clock = clock;
    this.log = log;
    List<RequestStage> all = new ArrayList<>(before);
    all.add(stateMachine);
    all.add(new UnmodelledOperations(routes));
    this.stages = RequestStage.chain(all);
  }

  /**
   * Handles a request on the thread of the caller, unless a fault delays or holds it. The future
   * never completes exceptionally.
   */
  public CompletableFuture<ServiceResponse> handle(ServiceRequest request) {
    ReceivedRequest received = store.atomically(() -> receive(request));
    CompletableFuture<ServiceResponse> response;
    try {
      response = stages.apply(received);
    } catch (RuntimeException e) {
      response = CompletableFuture.failedFuture(e);
    }
    return response.exceptionally(FakeService::broken).thenApply(given -> finish(received, given));
  }

  private ReceivedRequest receive(ServiceRequest request) {
    Optional<RouteTable.Match<Operation>> match = routes.find(request.method(), request.rawPath());
    Optional<IssuedToken> token = authentication.tokenIn(request.headers());
    Optional<String> key = request.headers().first("Idempotency-Key");
    Optional<AccountKey> account = token.map(sent -> AccountKey.of(sent.account()));
    int attempt = key.map(sent -> attempts.count(account, sent)).orElse(1);
    return new ReceivedRequest(
        ++arrived,
        clock.instant(),
        request,
        match.map(RouteTable.Match::route),
        match.map(RouteTable.Match::rawParts).orElse(Map.of()),
        token,
        attempt,
        CompletableFuture.completedFuture(null));
  }

  private ServiceResponse finish(ReceivedRequest received, ServiceResponse response) {
    log.write(received, response);
    String requestId = String.format(Locale.ROOT, "req_%06d", received.number());
    ServiceResponse named = response.withHeader("X-Request-Id", requestId);
    return received
        .request()
        .headers()
        .first(ATTEMPT_ID)
        .filter(id -> VALID_ATTEMPT_ID.matcher(id).matches())
        .map(id -> named.withHeader(ATTEMPT_ID, id))
        .orElse(named);
  }

  private static ServiceResponse broken(Throwable cause) {
    LOGGER.log(Level.ERROR, "The fake failed; please report this", cause);
    return ServiceResponse.problem(BROKEN);
  }
}
