package canon.cpp.cloudservice.testing.identity;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.testing.internal.faults.CountedRules;
import canon.cpp.cloudservice.testing.internal.identity.http.IdentityFaultEffect;
import canon.cpp.cloudservice.testing.internal.identity.http.RoutedRequest;

/**
 * The faults of a fake identity provider. There are none until a test adds one.
 *
 * <pre>{@code
 * entra.faults().on(IdentityEndpoint.TOKEN).times(2).throttle(Duration.ofSeconds(5));
 * }</pre>
 *
 * <p>If several faults match a request, the first one that was added happens.
 */
public final class IdentityFaults {
  private final CountedRules<RoutedRequest, IdentityFaultEffect> rules;

  IdentityFaults(CountedRules<RoutedRequest, IdentityFaultEffect> rules) {
    this.rules = rules;
  }

  /**
   * Starts the description of a fault of one endpoint.
   *
   * @param endpoint the endpoint
   * @return the fault, which is added when its effect is set
   */
  public IdentityFault on(IdentityEndpoint endpoint) {
    requireNonNull(endpoint, "endpoint");
    return new IdentityFault(rules, routed -> routed.endpoint() == endpoint);
  }

  /** Removes all faults. Held requests stay held. */
  public void clear() {
    rules.clear();
  }
}
