package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.testing.internal.holds.HoldPoints;
import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.service.RequestStage;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The faults that a test asked for. The first one that fits and is not used up is taken. */
public final class FaultRules implements RequestStage {
  private final List<Rule> rules = new ArrayList<>();
  private final HoldPoints gates = new HoldPoints();

  private @Nullable Chaos chaos;
  private long added;

  /**
   * A fault that somebody asked for.
   *
   * @param number counts from 1, in the order in which they were asked for
   * @param happened how often it has happened
   */
  public record Known(long number, FaultSpec spec, int happened) {}

  /** A fault, and how often it has happened. */
  private static final class Rule {
    private final long number;
    private final FaultSpec spec;
    private int letOff;
    private int happened;

    Rule(long number, FaultSpec spec) {
      this.number = number;
      this.spec = spec;
    }

    boolean takes(ReceivedRequest arrival) {
      if (happened == spec.times() || !spec.fits(arrival)) {
        return false;
      }
      if (letOff < spec.skip()) {
        letOff++;
        return false;
      }
      happened++;
      return true;
    }
  }

  /** Adds a fault after all others; answers its number. */
  @CanIgnoreReturnValue
  public synchronized long add(FaultSpec spec) {
    rules.add(new Rule(++added, spec));
    return added;
  }

  /** Takes one fault back; answers whether there was one. */
  public synchronized boolean remove(long number) {
    return rules.removeIf(rule -> rule.number == number);
  }

  /** All faults that were not taken back. */
  public synchronized List<Known> all() {
    return rules.stream().map(rule -> new Known(rule.number, rule.spec, rule.happened)).toList();
  }

  /** The seed of chaos; empty if there is none. */
  public synchronized Optional<Long> chaosSeed() {
    return Optional.ofNullable(chaos).map(Chaos::seed);
  }

  /** From now on requests that no fault fits are disturbed by a seed. */
  public synchronized void startChaos(long seed, ServiceEffects effects) {
    chaos = new Chaos(seed, effects);
  }

  public synchronized void clear() {
    rules.clear();
    chaos = null;
  }

  /** The faults that have not happened yet. */
  public synchronized List<FaultSpec> unused() {
    return rules.stream().filter(rule -> rule.happened == 0).map(rule -> rule.spec).toList();
  }

  /** All faults in words, one each, with how often they have happened. */
  public synchronized List<String> sayings() {
    return rules.stream().map(rule -> rule.spec + " (happened " + rule.happened + "x)").toList();
  }

  /** Remembers where requests may be held. */
  public void addGate(CompletableFuture<Void> gate) {
    gates.add(gate);
  }

  /** Gives up all requests that are held. */
  public void close() {
    gates.giveUp();
  }

  @Override
  public CompletableFuture<ServiceResponse> answer(
      ReceivedRequest arrival, Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    return take(arrival)
        .map(fault -> RequestStage.row(fault.stages(), next).apply(arrival))
        .orElseGet(() -> otherwise(next).apply(arrival));
  }

  private synchronized Function<ReceivedRequest, CompletableFuture<ServiceResponse>> otherwise(
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    Chaos now = chaos;
    return now == null ? next : arrival -> now.answer(arrival, next);
  }

  private synchronized Optional<FaultSpec> take(ReceivedRequest arrival) {
    return rules.stream().filter(rule -> rule.takes(arrival)).findFirst().map(rule -> rule.spec);
  }
}
