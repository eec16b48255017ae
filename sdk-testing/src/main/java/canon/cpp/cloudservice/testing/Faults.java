package canon.cpp.cloudservice.testing;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.faults.FaultRules;
import java.util.Set;

/**
 * What is to go wrong: off until a test asks for it, on both doors alike.
 *
 * <pre>{@code
 * fake.faults().on("addUser").times(1).answer(503);
 * fake.faults().on("removeUser").times(1).dropAfterLanding();
 * }</pre>
 *
 * <p>If several faults fit a request, the one that was asked for first happens.
 */
public final class Faults {
  private final FaultRules rules;
  private final Set<String> operations;

  Faults(FaultRules rules, Set<String> operations) {
    this.rules = rules;
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
    return new Fault(
        rules,
        arrival -> arrival.operation().filter(found -> found.name().equals(operation)).isPresent());
  }

  /**
   * Begins to describe a fault of every operation.
   *
   * @return the fault, which happens once it is said what happens
   */
  public Fault onEveryOperation() {
    return new Fault(rules, arrival -> true);
  }

  /** Takes back all faults; requests that are held stay held. */
  public void clear() {
    rules.clear();
  }
}
