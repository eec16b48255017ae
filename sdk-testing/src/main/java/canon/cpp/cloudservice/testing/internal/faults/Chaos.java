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
 * Disturbs requests by a seed. What befalls a request follows from the seed, from what is asked by
 * whom, and from how often that was asked before; not from the order among others, so threads that
 * come in another order meet the same.
 *
 * <p>It spares whoever was left without an answer twice in a row, and rejects no token where one
 * was rejected just now, by itself or by the service: a client that repeats as this library's does
 * comes through.
 */
final class Chaos implements RequestStage {
  private static final int IN_A_ROW = 2;

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
  public CompletableFuture<ServiceResponse> answer(
      ReceivedRequest arrival, Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    if (arrival.operation().isEmpty()) {
      return next.apply(arrival);
    }
    String what = what(arrival);
    String execution = execution(arrival, what);
    List<RequestStage> stages =
        draw(arrival, what, execution).stream().map(FaultEffect::stage).toList();
    return RequestStage.row(stages, next)
        .apply(arrival)
        .thenApply(answer -> noted(execution, answer));
  }

  private synchronized List<FaultEffect> draw(
      ReceivedRequest arrival, String what, String execution) {
    int count = asked.merge(what, 1, Integer::sum);
    String digest = Digests.hex("chaos", Long.toString(seed), what, Integer.toString(count));
    int fate = Integer.parseInt(digest.substring(0, 6), 16) % 100;
    int size = Integer.parseInt(digest.substring(6, 10), 16);
    if (unanswered.getOrDefault(execution, 0) >= IN_A_ROW) {
      return List.of();
    }
    if (fate < 5) {
      return List.of(FaultEffect.dropBeforeHandling());
    }
    if (fate < 13) {
      return List.of(FaultEffect.dropAfterApplying());
    }
    if (fate < 20) {
      Duration wait = Duration.ofSeconds(1 + size % 3);
      return List.of(FaultEffect.retryAfter(wait), FaultEffect.answer(503));
    }
    if (fate < 26
        && arrival.token().filter(IssuedToken::isRenewable).isPresent()
        && !unauthenticated.contains(execution)) {
      return List.of(effects.tokenRejected());
    }
    Duration delay = Duration.ofMillis(100 + size % 1900);
    return fate < 36 ? List.of(effects.delayed(delay)) : List.of();
  }

  /** Remembers who has to ask again, whether that is by chaos or by the service. */
  private synchronized ServiceResponse noted(String execution, ServiceResponse answer) {
    boolean rejected = answer.status() == ProblemKind.TOKEN_EXPIRED.status();
    if (rejected) {
      unauthenticated.add(execution);
    }
    if (rejected || answer.isDropped() || answer.status() == 503) {
      unanswered.merge(execution, 1, Integer::sum);
    } else {
      unanswered.remove(execution);
      unauthenticated.remove(execution);
    }
    return answer;
  }

  /**
   * What all attempts of one call have in common, and no other call: the key of a change, the trace
   * of a read. Reads without a trace are told apart by what they ask.
   */
  private static String execution(ReceivedRequest arrival, String what) {
    return arrival
        .idempotencyKey()
        .or(() -> arrival.request().headers().first("traceparent"))
        .map(own -> what + "\n" + own)
        .orElse(what);
  }

  private static String what(ReceivedRequest arrival) {
    return String.join(
        "\n",
        arrival.account().map(FakeAccount::subject).orElse(""),
        arrival.request().method(),
        arrival.request().rawPath(),
        String.valueOf(arrival.request().rawQuery()),
        Digests.hex(arrival.request().body()));
  }
}
