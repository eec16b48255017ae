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

/** The fault rules of a test. The first rule that matches and is not used up applies. */
public final class FaultRules implements RequestStage {
  private final List<FaultRule> rules = new ArrayList<>();
  private final HoldPoints gates = new HoldPoints();

  private @Nullable Chaos chaos;
  private long added;

  /**
   * A fault rule and its state.
   *
   * @param number counts from 1, in the order in which rules were added
   * @param happened how often it has happened
   */
  public record FaultState(long number, FaultSpec spec, int happened) {}

  /** A rule and its counters. */
  private static final class FaultRule {
    private final long number;
    private final FaultSpec spec;
    private int skipped;
    private int happened;

    FaultRule(long number, FaultSpec spec) {
      this.number = number;
      this.spec = spec;
    }

    boolean takes(ReceivedRequest received) {
      if (happened == spec.times() || !spec.matches(received)) {
        return false;
      }
      if (skipped < spec.skip()) {
        skipped++;
        return false;
      }
      happened++;
      return true;
    }
  }

  /** Adds a rule after all others and returns its number. */
  @CanIgnoreReturnValue
  public synchronized long add(FaultSpec spec) {
    rules.add(new FaultRule(++added, spec));
    return added;
  }

  /** Removes a rule. Returns {@code false} if there is none with the number. */
  public synchronized boolean remove(long number) {
    return rules.removeIf(rule -> rule.number == number);
  }

  /** Returns all rules. */
  public synchronized List<FaultState> all() {
    return rules.stream()
        .map(rule -> new FaultState(rule.number, rule.spec, rule.happened))
        .toList();
  }

  /** Returns the seed of the chaos mode; empty if it is off. */
  public synchronized Optional<Long> chaosSeed() {
    return Optional.ofNullable(chaos).map(Chaos::seed);
  }

  /** Starts the chaos mode for requests that match no rule. */
  public synchronized void startChaos(long seed, ServiceEffects effects) {
    chaos = new Chaos(seed, effects);
  }

  public synchronized void clear() {
    rules.clear();
    chaos = null;
  }

  /** Returns the rules that have not happened yet. */
  public synchronized List<FaultSpec> unused() {
    return rules.stream().filter(rule -> rule.happened == 0).map(rule -> rule.spec).toList();
  }

  /** Returns a description of each rule, with how often it has happened. */
  public synchronized List<String> descriptions() {
    return rules.stream().map(rule -> rule.spec + " (happened " + rule.happened + "x)").toList();
  }

  /** Registers a gate at which requests are held. */
  public void addGate(CompletableFuture<Void> gate) {
    gates.add(gate);
  }

  /** Abandons all requests that are held. */
  public void close() {
    gates.giveUp();
  }

  @Override
  public CompletableFuture<ServiceResponse> handle(
      ReceivedRequest received,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    return take(received)
        .map(fault -> RequestStage.chain(fault.stages(), next).apply(received))
        .orElseGet(() -> otherwise(next).apply(received));
  }

  private synchronized Function<ReceivedRequest, CompletableFuture<ServiceResponse>> otherwise(
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    Chaos now = chaos;
    return now == null ? next : received -> now.handle(received, next);
  }

  private synchronized Optional<FaultSpec> take(ReceivedRequest received) {
    return rules.stream().filter(rule -> rule.takes(received)).findFirst().map(rule -> rule.spec);
  }
}
