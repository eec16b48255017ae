package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.internal.service.Arrival;
import canon.cpp.cloudservice.testing.internal.service.Stage;
import canon.cpp.cloudservice.testing.internal.wire.Answer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** The faults that a test asked for. The first one that fits and is not used up is taken. */
public final class FaultRules implements Stage {
  private final List<Rule> rules = new ArrayList<>();
  private final List<CompletableFuture<Void>> gates = new ArrayList<>();

  /** A fault, and how often it is still to happen. */
  private static final class Rule {
    private final Predicate<Arrival> fits;
    private final Stage effect;
    private int left;

    Rule(Predicate<Arrival> fits, int times, Stage effect) {
      this.fits = fits;
      this.left = times;
      this.effect = effect;
    }
  }

  public synchronized void add(Predicate<Arrival> fits, int times, Stage effect) {
    rules.add(new Rule(fits, times, effect));
  }

  public synchronized void clear() {
    rules.clear();
  }

  /** Remembers where requests may be held. */
  public synchronized void addGate(CompletableFuture<Void> gate) {
    gates.add(gate);
  }

  /** Gives up all requests that are held. */
  public void close() {
    List<CompletableFuture<Void>> all;
    synchronized (this) {
      all = List.copyOf(gates);
    }
    all.forEach(gate -> gate.cancel(false));
  }

  @Override
  public CompletableFuture<Answer> answer(
      Arrival arrival, Function<Arrival, CompletableFuture<Answer>> next) {
    Optional<Stage> effect = take(arrival);
    return effect.isPresent() ? effect.get().answer(arrival, next) : next.apply(arrival);
  }

  private synchronized Optional<Stage> take(Arrival arrival) {
    for (Iterator<Rule> all = rules.iterator(); all.hasNext(); ) {
      Rule rule = all.next();
      if (rule.fits.test(arrival)) {
        rule.left--;
        if (rule.left == 0) {
          all.remove();
        }
        return Optional.of(rule.effect);
      }
    }
    return Optional.empty();
  }
}
