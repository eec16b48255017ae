package canon.cpp.cloudservice.testing.internal.identity.http;

import canon.cpp.cloudservice.testing.identity.IdentityEndpoint;
import canon.cpp.cloudservice.testing.internal.holds.HoldPoints;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;

/** The faults of a test. The first one that matches and is not used up applies. */
public final class IdentityFaultRules implements AutoCloseable {
  private final List<Rule> rules = new ArrayList<>();
  private final HoldPoints gates = new HoldPoints();

  public synchronized void add(
      BiPredicate<IdentityEndpoint, WebRequest> fits, int times, IdentityFaultEffect effect) {
    rules.add(new Rule(fits, times, effect));
  }

  /** Remembers where requests may be held. */
  public void addGate(CompletableFuture<Void> gate) {
    gates.add(gate);
  }

  public synchronized void clear() {
    rules.clear();
  }

  /** Aborts all held requests. */
  @Override
  public void close() {
    gates.giveUp();
  }

  synchronized Optional<IdentityFaultEffect> take(IdentityEndpoint endpoint, WebRequest request) {
    for (Iterator<Rule> all = rules.iterator(); all.hasNext(); ) {
      Rule rule = all.next();
      if (rule.fits.test(endpoint, request)) {
        rule.left--;
        if (rule.left == 0) {
          all.remove();
        }
        return Optional.of(rule.effect);
      }
    }
    return Optional.empty();
  }

  /** A fault, and how often it will still happen. */
  private static final class Rule {
    private final BiPredicate<IdentityEndpoint, WebRequest> fits;
    private final IdentityFaultEffect effect;
    private int left;

    Rule(BiPredicate<IdentityEndpoint, WebRequest> fits, int times, IdentityFaultEffect effect) {
      this.fits = fits;
      this.left = times;
      this.effect = effect;
    }
  }
}
