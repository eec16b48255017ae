package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import java.util.List;

/**
 * A member, or some of its lists, that the desired set does not have and that stays. Customers add
 * members in the portal as well.
 *
 * @param canonicalEmail the address as the service compares it; personal data
 * @param lists the lists that the user stays on; empty for administrators
 * @param reason why it stays
 */
public record UnmanagedMember(
    String canonicalEmail, List<Application> lists, UnmanagedReason reason) {

  /** Checks the components. */
  public UnmanagedMember {
    requireNonNull(canonicalEmail, "canonicalEmail");
    lists = List.copyOf(lists);
    requireNonNull(reason, "reason");
  }
}
