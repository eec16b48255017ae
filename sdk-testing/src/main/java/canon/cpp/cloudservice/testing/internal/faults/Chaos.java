package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.service.RequestStage;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Injects faults that are derived from a seed. The fault of a request depends on the seed, the
 * account, the content of the request and the number of earlier identical requests. It does not
 * depend on the order of other requests, so the interleaving of threads has no influence.
 *
 * <p>No call fails more than twice in a row, and no token is rejected directly after another
 * rejection, so a client with the retry policy of this library succeeds.
 */
final class Chaos implements RequestStage {
  private static final int MAX_FAILURES_IN_A_ROW = 2;

  private final long seed;
  private final ServiceEffects effects;
  private final Map<String, Integer> asked = new HashMap<>();
  private final Map<String, Integer> unanswered = new HashMap<>();
  private final Set<String> unauthenticated = new HashSet<>();

  Chaos(long seed, ServiceEffects effects) {
    this.seed = seed;
    this.effects = effects;
  }

  long seed() {
    return seed;
  }

  @Override
  public CompletableFuture<ServiceResponse> handle(
      ReceivedRequest received,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    if (received.operation().isEmpty()) {
      return next.apply(received);
    }
    String what = what(received);
    String execution = execution(received, what);
    List<RequestStage> stages =
        draw(received, what, execution).stream().map(FaultEffect::stage).toList();
    return RequestStage.chain(stages, next)
        .apply(received)
        .thenApply(response -> noted(execution, response));
  }

  private synchronized List<FaultEffect> draw(
      ReceivedRequest received, String what, String execution) {
    int count = asked.merge(what, 1, Integer::sum);
    String digest = Digests.hex("chaos", Long.toString(seed), what, Integer.toString(count));
    int outcome = Integer.parseInt(digest.substring(0, 6), 16) % 100;
    int size = Integer.parseInt(digest.substring(6, 10), 16);
    if (unanswered.getOrDefault(execution, 0) >= MAX_FAILURES_IN_A_ROW) {
      return List.of();
    }
    if (outcome < 5) {
      return List.of(FaultEffect.dropBeforeHandling());
    }
    if (outcome < 13) {
      return List.of(FaultEffect.dropAfterApplying());
    }
    if (outcome < 20) {
      Duration wait = Duration.ofSeconds(1 + size % 3);
      return List.of(FaultEffect.retryAfter(wait), FaultEffect.respond(503));
    }
    if (outcome < 26
        && received.token().filter(IssuedToken::isRenewable).isPresent()
        && !unauthenticated.contains(execution)) {
      return List.of(effects.tokenRejected());
    }
    Duration delay = Duration.ofMillis(100 + size % 1900);
    return outcome < 36 ? List.of(effects.delayed(delay)) : List.of();
  }

  /** Records which calls have to be retried, because of chaos or of the service. */
  private synchronized ServiceResponse noted(String execution, ServiceResponse response) {
    boolean rejected = response.status() == ProblemKind.TOKEN_EXPIRED.status();
    if (rejected) {
      unauthenticated.add(execution);
    }
    if (rejected || response.isDropped() || response.status() == 503) {
      unanswered.merge(execution, 1, Integer::sum);
    } else {
      unanswered.remove(execution);
      unauthenticated.remove(execution);
    }
    return response;
  }

  /**
   * Returns what identifies all attempts of one call: the idempotency key of a change or the trace
   * of a read. Reads without a trace are identified by their content.
   */
  private static String execution(ReceivedRequest received, String what) {
    return received
        .idempotencyKey()
        .or(() -> received.request().headers().first("traceparent"))
        .map(own -> what + "\n" + own)
        .orElse(what);
  }

  private static String what(ReceivedRequest received) {
    return String.join(
        "\n",
        received.account().map(FakeAccount::subject).orElse(""),
        received.request().method(),
        received.request().rawPath(),
        String.valueOf(received.request().rawQuery()),
        Digests.hex(received.request().body()));
  }
}
