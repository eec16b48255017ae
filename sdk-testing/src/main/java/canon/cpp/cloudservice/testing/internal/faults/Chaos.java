package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.service.Arrival;
import canon.cpp.cloudservice.testing.internal.service.Stage;
import canon.cpp.cloudservice.testing.internal.session.IssuedToken;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import canon.cpp.cloudservice.testing.internal.wire.Digests;
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
 * <p>It spares whoever has been disturbed twice in a row, and ends no token twice for one change: a
 * client that repeats as this library's does comes through.
 */
final class Chaos implements Stage {
  private static final int IN_A_ROW = 2;

  private final long seed;
  private final ServiceEffects effects;
  private final Map<String, Integer> asked = new HashMap<>();
  private final Map<String, Integer> disturbed = new HashMap<>();
  private final Set<String> expired = new HashSet<>();

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
    List<Stage> stages = draw(arrival).stream().map(Effect::stage).toList();
    return Stage.row(stages, next).apply(arrival);
  }

  private synchronized List<Effect> draw(Arrival arrival) {
    if (arrival.operation().isEmpty()) {
      return List.of();
    }
    String what = what(arrival);
    String execution = arrival.idempotencyKey().orElse(what);
    int count = asked.merge(what, 1, Integer::sum);
    String digest = Digests.hex("chaos", Long.toString(seed), what, Integer.toString(count));
    int fate = Integer.parseInt(digest.substring(0, 6), 16) % 100;
    int size = Integer.parseInt(digest.substring(6, 10), 16);
    if (disturbed.getOrDefault(execution, 0) == IN_A_ROW) {
      return calm(execution);
    }
    if (fate < 5) {
      return disturb(execution, List.of(Effect.dropBeforeHandling()));
    }
    if (fate < 13) {
      return disturb(execution, List.of(Effect.dropAfterLanding()));
    }
    if (fate < 20) {
      Duration wait = Duration.ofSeconds(1 + size % 3);
      return disturb(execution, List.of(Effect.retryAfter(wait), Effect.answer(503)));
    }
    if (fate < 26
        && arrival.token().filter(IssuedToken::isRenewable).isPresent()
        && expired.add(execution)) {
      return disturb(execution, List.of(effects.tokenExpired()));
    }
    List<Effect> slow = List.of(effects.delayed(Duration.ofMillis(100 + size % 1900)));
    calm(execution);
    return fate < 36 ? slow : List.of();
  }

  private List<Effect> disturb(String execution, List<Effect> how) {
    disturbed.merge(execution, 1, Integer::sum);
    return how;
  }

  private List<Effect> calm(String execution) {
    disturbed.remove(execution);
    expired.remove(execution);
    return List.of();
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
