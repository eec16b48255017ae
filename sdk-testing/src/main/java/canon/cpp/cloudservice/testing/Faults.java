package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.faults.FaultRules;
import canon.cpp.cloudservice.testing.internal.faults.FaultSpec;
import canon.cpp.cloudservice.testing.internal.faults.ServiceEffects;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to go wrong: off until a test asks for it, on both endpoints alike.
 *
 * <pre>{@code
 * fake.faults().on("addUser").times(1).answer(503);
 * fake.faults().on("removeUser").times(1).dropAfterApplying();
 * …
 * fake.faults().verifyAllUsed();
 * }</pre>
 *
 * <p>If several faults fit a request, only the one that was asked for first happens, until it has
 * happened as often as was said; so faults of one operation are a script. What is to happen to the
 * same request together is said in one {@link Fault}.
 */
public final class Faults {
  private final FaultRules rules;
  private final ServiceEffects effects;
  private final Set<String> operations;

  Faults(FaultRules rules, ServiceEffects effects, Set<String> operations) {
    this.rules = rules;
    this.effects = effects;
    this.operations = operations;
  }

  /**
   * Begins to describe a fault of one operation.
   *
   * @param operation the operation, such as {@code addUser}
   * @return the fault, which happens once it is said what happens
   * @throws IllegalArgumentException if there is no such operation
   */
  public Fault on(String operation) {
    requireNonNull(operation, "operation");
    if (!operations.contains(operation)) {
      throw new IllegalArgumentException(
          "There is no operation " + operation + "; there are " + operations);
    }
    return new Fault(rules, effects, FaultSpec.on(operation));
  }

  /**
   * Begins to describe a fault of every operation.
   *
   * @return the fault, which happens once it is said what happens
   */
  public Fault onEveryOperation() {
    return new Fault(rules, effects, FaultSpec.on(null));
  }

  /**
   * From now on, disturbs every request that no fault fits, by a seed: connections drop before and
   * after landing, 503 is answered, requests are slow by the fake's clock, and some are rejected as
   * if the token had expired, if it is of a {@linkplain FakeEndpoint#tokenProvider provider} made
   * here; for other requests it stays good. The same seed does the same to the same requests in
   * every run, whatever other threads do.
   *
   * <p>A client with the standard retry policy and time comes through, so a program that tells the
   * truth of its calls passes its tests all the same; {@link RequestLog#appliedOnce()} shows that
   * it did nothing twice. That ends where the client spares a service in trouble: about one request
   * in five fails, and after some 500 calls its retries are used up. A longer program wants more
   * clients. Those who share the fake's clock share the time of their calls too.
   *
   * <p>Attempts of one call are known by their idempotency key, reads by their {@code traceparent}.
   * If identical reads without one of their own are asked at the same time, one of them can fail
   * more than twice in a row.
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

  /** Takes back all faults, and chaos; requests that are held stay held. */
  public void clear() {
    rules.clear();
  }

  /**
   * Checks at the end of a test that every fault has happened at least once: one that has not was
   * asked for wrongly, or the test has not come as far as it seems.
   *
   * @throws AssertionError if one has not; it names them all
   */
  public void verifyAllUsed() {
    List<FaultSpec> unused = rules.unused();
    if (!unused.isEmpty()) {
      throw new AssertionError(
          unused.stream()
              .map(fault -> "  " + fault)
              .collect(
                  Collectors.joining(
                      System.lineSeparator(),
                      "These faults have never happened:" + System.lineSeparator(),
                      "")));
    }
  }

  /** Shows the faults, one a line, and how often each has happened. */
  @Override
  public String toString() {
    return String.join(System.lineSeparator(), rules.descriptions());
  }
}
