package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.testing.internal.holds.HoldPoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * Fault rules in the order in which they were added. The first rule that matches and is not used up
 * applies.
 *
 * @param <Q> the type of a request
 * @param <R> the type of a rule
 */
public final class CountedRules<Q, R> implements AutoCloseable {
  private final List<Rule<Q, R>> rules = new ArrayList<>();
  private final HoldPoints gates = new HoldPoints();
  private long added;

  /**
   * A rule and how often it has applied.
   *
   * @param number counts from 1, in the order in which rules were added
   */
  public record Counted<R>(long number, R rule, int happened) {}

  /** A rule, its condition and its counters. */
  private static final class Rule<Q, R> {
    private final long number;
    private final R rule;
    private final Predicate<Q> condition;
    private final int times;
    private int toSkip;
    private int happened;

    Rule(long number, R rule, Predicate<Q> condition, int skip, int times) {
      this.number = number;
      this.rule = rule;
      this.condition = condition;
      this.toSkip = skip;
      this.times = times;
    }

    boolean takes(Q request) {
      if (happened == times || !condition.test(request)) {
        return false;
      }
      if (toSkip > 0) {
        toSkip--;
        return false;
      }
      happened++;
      return true;
    }
  }

  /**
   * Adds a rule after all others and returns its number.
   *
   * @param skip how many matching requests are skipped first
   * @param times how often the rule applies at most
   */
  public synchronized long add(R rule, Predicate<Q> condition, int skip, int times) {
    rules.add(new Rule<>(++added, rule, condition, skip, times));
    return added;
  }

  /** Returns the rule that applies to a request, and counts it. */
  public synchronized Optional<R> take(Q request) {
    return rules.stream().filter(rule -> rule.takes(request)).findFirst().map(rule -> rule.rule);
  }

  /** Removes a rule. Returns {@code false} if there is none with the number. */
  public synchronized boolean remove(long number) {
    return rules.removeIf(rule -> rule.number == number);
  }

  /** Returns all rules. */
  public synchronized List<Counted<R>> all() {
    return rules.stream()
        .map(rule -> new Counted<>(rule.number, rule.rule, rule.happened))
        .toList();
  }

  public synchronized void clear() {
    rules.clear();
  }

  /** Registers a gate at which requests are held. */
  public void addGate(CompletableFuture<Void> gate) {
    gates.add(gate);
  }

  /** Abandons all requests that are held. */
  @Override
  public void close() {
    gates.giveUp();
  }
}
