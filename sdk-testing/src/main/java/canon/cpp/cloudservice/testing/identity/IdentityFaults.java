package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.identity.http.IdentityFaultRules;

/**
 * What is to go wrong at a fake identity provider: nothing until a test asks for it.
 *
 * <pre>{@code
 * entra.faults().on(IdentityEndpoint.TOKEN).times(2).throttle(Duration.ofSeconds(5));
 * }</pre>
 *
 * <p>If several faults fit a request, the one that was asked for first happens.
 */
public final class IdentityFaults {
  private final IdentityFaultRules rules;

  IdentityFaults(IdentityFaultRules rules) {
    this.rules = rules;
  }

  /**
   * Begins to describe a fault of one endpoint.
   *
   * @param endpoint which
   * @return the fault, which happens once it is said what happens
   */
  public IdentityFault on(IdentityEndpoint endpoint) {
    requireNonNull(endpoint, "endpoint");
    return new IdentityFault(rules, (at, request) -> at == endpoint);
  }

  /** Takes back all faults; requests that are held stay held. */
  public void clear() {
    rules.clear();
  }
}
