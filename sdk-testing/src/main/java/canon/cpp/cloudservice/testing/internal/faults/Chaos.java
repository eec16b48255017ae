package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.service.Arrival;
import canon.cpp.cloudservice.testing.internal.service.Stage;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
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
 * <p>It spares whoever was left without an answer twice in a row, and refuses no token where one
 * was refused just now, by itself or by the service: a client that repeats as this library's does
 * comes through.
 */
final class Chaos implements Stage {
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
  public CompletableFuture<Answer> answer(
      Arrival arrival, Function<Arrival, CompletableFuture<Answer>> next) {
    if (arrival.operation().isEmpty()) {
      return next.apply(arrival);
    }
    String what = what(arrival);
    String execution = execution(arrival, what);
    List<Stage> stages = draw(arrival, what, execution).stream().map(Effect::stage).toList();
    return Stage.row(stages, next).apply(arrival).thenApply(answer -> noted(execution, answer));
  }

  private synchronized List<Effect> draw(Arrival arrival, String what, String execution) {
    int count = asked.merge(what, 1, Integer::sum);
    String digest = Digests.hex("chaos", Long.toString(seed), what, Integer.toString(count));
    int fate = Integer.parseInt(digest.substring(0, 6), 16) % 100;
    int size = Integer.parseInt(digest.substring(6, 10), 16);
    if (unanswered.getOrDefault(execution, 0) >= IN_A_ROW) {
      return List.of();
    }
    if (fate < 5) {
      return List.of(Effect.dropBeforeHandling());
    }
    if (fate < 13) {
      return List.of(Effect.dropAfterLanding());
    }
    if (fate < 20) {
      Duration wait = Duration.ofSeconds(1 + size % 3);
      return List.of(Effect.retryAfter(wait), Effect.answer(503));
    }
    if (fate < 26
        && arrival.token().filter(IssuedToken::isRenewable).isPresent()
        && !unauthenticated.contains(execution)) {
      return List.of(effects.tokenRefused());
    }
    Duration delay = Duration.ofMillis(100 + size % 1900);
    return fate < 36 ? List.of(effects.delayed(delay)) : List.of();
  }

  /** Remembers who has to ask again, whether that is by chaos or by the service. */
  private synchronized Answer noted(String execution, Answer answer) {
    boolean refused = answer.status() == ProblemKind.TOKEN_EXPIRED.status();
    if (refused) {
      unauthenticated.add(execution);
    }
    if (refused || answer.isDropped() || answer.status() == 503) {
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
  private static String execution(Arrival arrival, String what) {
    return arrival
        .idempotencyKey()
        .or(() -> arrival.request().headers().first("traceparent"))
        .map(own -> what + "\n" + own)
        .orElse(what);
  }

  private static String what(Arrival arrival) {
    return String.join(
        "\n",
        arrival.account().map(FakeAccount::subject).orElse(""),
        arrival.request().method(),
        arrival.request().rawPath(),
        String.valueOf(arrival.request().rawQuery()),
        Digests.hex(arrival.request().body()));
  }
}
