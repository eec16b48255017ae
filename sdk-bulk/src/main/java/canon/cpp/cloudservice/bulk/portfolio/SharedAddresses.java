package canon.cpp.cloudservice.bulk.portfolio;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * Addresses that are wanted at more than one site. An account belongs to one site only (D2, D3), so
 * all but one of these sites would reject the address (D16).
 *
 * @param entries the canonical address, or the typed one in lower case if it could not be resolved,
 *     with the names of the entries that want it; personal data
 * @param resolution at which sites the addresses could be resolved; an address that no site could
 *     resolve is compared as it was typed, without regard to case
 */
public record SharedAddresses(Map<String, List<String>> entries, PortfolioReport resolution) {

  public SharedAddresses {
    entries = Map.copyOf(entries);
    requireNonNull(resolution, "resolution");
  }

  /**
   * Tells whether no address is wanted twice.
   *
   * @return true if there is none
   */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Returns the number of addresses, but no address. */
  @Override
  public String toString() {
    return "SharedAddresses[" + entries.size() + ", " + resolution + "]";
  }
}
