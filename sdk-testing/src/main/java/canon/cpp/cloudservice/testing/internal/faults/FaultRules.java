package canon.cpp.cloudservice.testing.internal.faults;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.testing.internal.faults.CountedRules.Counted;
import canon.cpp.cloudservice.testing.internal.service.ReceivedRequest;
import canon.cpp.cloudservice.testing.internal.service.RequestStage;
import canon.cpp.cloudservice.testing.internal.wire.ServiceResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fault rules of a test. The first rule that matches and is not used up applies. */
public final class FaultRules implements RequestStage {
  private final CountedRules<ReceivedRequest, FaultSpec> rules = new CountedRules<>();
  private @Nullable Chaos chaos;
  private @Nullable RateLimit limit;

  /** Adds a rule after all others and returns its number. */
  @CanIgnoreReturnValue
  public long add(FaultSpec spec) {
    return rules.add(spec, spec::matches, spec.skip(), spec.times());
  }

  /** Removes a rule. Returns {@code false} if there is none with the number. */
  public boolean remove(long number) {
    return rules.remove(number);
  }

  /** Returns all rules. */
  public List<Counted<FaultSpec>> all() {
    return rules.all();
  }

  /** Returns the seed of the chaos mode; empty if it is off. */
  public synchronized Optional<Long> chaosSeed() {
    return Optional.ofNullable(chaos).map(Chaos::seed);
  }

  /** Starts the chaos mode for requests that match no rule. */
  public synchronized void startChaos(long seed, ServiceEffects effects) {
    chaos = new Chaos(seed, effects);
  }

  /** Returns the rate limit; empty if there is none. */
  public synchronized Optional<RateLimit> rateLimit() {
    return Optional.ofNullable(limit);
  }

  /** Limits all requests, before any rule applies to them. */
  public synchronized void startRateLimit(RateLimit newLimit) {
    limit = newLimit;
  }

  public synchronized void clear() {
    rules.clear();
    chaos = null;
    limit = null;
  }

  /** Returns the rules that have not happened yet. */
  public List<FaultSpec> unused() {
    return all().stream().filter(rule -> rule.happened() == 0).map(Counted::rule).toList();
  }

  /** Returns a description of the rate limit and of each rule, with how often it has happened. */
  public List<String> descriptions() {
    return Stream.concat(
            rateLimit().map(RateLimit::toString).stream(),
            all().stream().map(rule -> rule.rule() + " (happened " + rule.happened() + "x)"))
        .toList();
  }

  /** Registers a gate at which requests are held. */
  public void addGate(CompletableFuture<Void> gate) {
    rules.addGate(gate);
  }

  /** Abandons all requests that are held. */
  public void close() {
    rules.close();
  }

  @Override
  public CompletableFuture<ServiceResponse> handle(
      ReceivedRequest received,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    Function<ReceivedRequest, CompletableFuture<ServiceResponse>> allowed =
        request -> disturbed(request, next);
    return rateLimit()
        .map(present -> present.handle(received, allowed))
        .orElseGet(() -> allowed.apply(received));
  }

  private CompletableFuture<ServiceResponse> disturbed(
      ReceivedRequest received,
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    return rules
        .take(received)
        .map(fault -> RequestStage.chain(fault.stages(), next).apply(received))
        .orElseGet(() -> otherwise(next).apply(received));
  }

  private synchronized Function<ReceivedRequest, CompletableFuture<ServiceResponse>> otherwise(
      Function<ReceivedRequest, CompletableFuture<ServiceResponse>> next) {
    Chaos now = chaos;
    return now == null ? next : received -> now.handle(received, next);
  }
}
