package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.faults.FaultRules;
import canon.cpp.cloudservice.testing.internal.faults.FaultSpec;
import canon.cpp.cloudservice.testing.internal.faults.ServiceEffects;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The faults of a fake, the same on both endpoints. There are none until a test adds them.
 *
 * <pre>{@code
 * fake.faults().on("addUser").times(1).respond(503);
 * fake.faults().on("removeUser").times(1).dropAfterApplying();
 * …
 * fake.faults().verifyAllUsed();
 * }</pre>
 *
 * <p>If several faults match a request, only the first that was added applies, until it has applied
 * as often as it may. The faults of one operation are therefore a script. Effects that belong to
 * the same request are stated in one {@link Fault}.
 */
public final class Faults {
  private final FaultRules rules;
  private final ServiceEffects effects;
  private final OperationNames operations;
  private final UnfinishedFaults unfinished = new UnfinishedFaults();

  Faults(FaultRules rules, ServiceEffects effects, OperationNames operations) {
    this.rules = rules;
    this.effects = effects;
    this.operations = operations;
  }

  /**
   * Starts to describe a fault of one operation.
   *
   * @param operation the operation, such as {@code addUser}
   * @return the fault, which is active once its ending is stated
   * @throws IllegalArgumentException if the contract does not have the operation
   */
  public Fault on(String operation) {
    return Fault.start(rules, effects, unfinished, FaultSpec.on(operations.checked(operation)));
  }

  /**
   * Starts to describe a fault of every operation.
   *
   * @return the fault, which is active once its ending is stated
   */
  public Fault onEveryOperation() {
    return Fault.start(rules, effects, unfinished, FaultSpec.on(null));
  }

  /**
   * Starts seeded chaos for every request that no fault matches: connections break before and after
   * the change is applied, 503 is sent, requests are slow by the fake's clock, and some are
   * rejected as if the token had expired. Expiry affects only tokens of a {@linkplain
   * FakeEndpoint#tokenProvider provider} created here. The same seed does the same to the same
   * requests in every run, in any order of threads.
   *
   * <p>A client with the standard retry policy and timeout succeeds under chaos, so code that uses
   * the outcomes of its calls correctly still passes its tests. {@link RequestLog#appliedOnce()}
   * shows that it applied nothing twice. About one request in five fails, so one client exhausts
   * its retry budget after some 500 calls: a longer test needs several clients. Clients that share
   * the fake's clock also share the time of their calls.
   *
   * <p>The attempts of one call are recognised by their idempotency key, reads by their {@code
   * traceparent}. If identical reads without one run at the same time, one of them can fail more
   * than twice in a row.
   *
   * <pre>{@code
   * fake.faults().chaos(42);
   * importer.run(fake.client("admin@contoso.com"));
   * fake.log().appliedOnce();
   * }</pre>
   *
   * @param seed any number
   */
  public void chaos(long seed) {
    rules.startChaos(seed, effects);
  }

  /**
   * Limits all requests together to a steady rate. A request above the limit gets 429 with the code
   * {@code rate-limited} and a {@code Retry-After} in whole seconds, rounded up; no other fault
   * applies to it. After a break, as many requests as the limit are allowed at once.
   *
   * <p>In process, the limit follows the fake's clock, which a client's backoff moves. Over HTTP it
   * follows the real clock. Each endpoint has the whole limit. A second call replaces the limit;
   * {@link #clear()} removes it.
   *
   * <pre>{@code
   * fake.faults().rateLimit(200, Duration.ofSeconds(1));
   * }</pre>
   *
   * @param requests how many requests are allowed in the period, 1 to 1,000,000
   * @param period the period: at least one nanosecond for each request
   * @throws IllegalArgumentException if the number or the period is out of range
   */
  public void rateLimit(int requests, Duration period) {
    rules.startRateLimit(effects.rateLimit(requests, requireNonNull(period, "period")));
  }

  /** Removes all faults, stops chaos and ends the rate limit. Held requests stay held. */
  public void clear() {
    rules.clear();
    unfinished.clear();
  }

  /**
   * Checks at the end of a test that every fault has applied at least once. A fault that never
   * applied was described wrongly, or the test did not reach it. A fault without an ending was
   * never added, and is reported too. Chaos and a rate limit are not checked.
   *
   * @throws AssertionError if a fault never applied; the message lists all of them
   */
  public void verifyAllUsed() {
    String failure =
        listed("These faults have no ending, so they never apply:", unfinished.list())
            + listed("These faults never applied:", rules.unused());
    if (!failure.isEmpty()) {
      throw new AssertionError(failure.stripTrailing());
    }
  }

  private static String listed(String heading, List<FaultSpec> faults) {
    String lines =
        faults.stream()
            .map(fault -> "  " + fault + System.lineSeparator())
            .collect(Collectors.joining());
    return faults.isEmpty() ? "" : heading + System.lineSeparator() + lines;
  }

  /**
   * Returns the rate limit and the faults, one per line, with the number of times that each fault
   * has applied.
   */
  @Override
  public String toString() {
    return String.join(System.lineSeparator(), rules.descriptions());
  }
}
