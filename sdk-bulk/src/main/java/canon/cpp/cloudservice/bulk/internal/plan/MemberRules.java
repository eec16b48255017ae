package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.bulk.internal.removal.Protections;
import canon.cpp.cloudservice.bulk.plan.UnmanagedReason;
import canon.cpp.cloudservice.membership.AdministratorState;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may lose something.
 *
 * @param scope what may be removed
 * @param protections who is protected
 * @param administratorsToo whether administrators may leave lists
 * @param withheld whether nothing may be removed because the desired set is not understood
 */
record MemberRules(
    ScopeRule scope, Protections protections, boolean administratorsToo, boolean withheld) {

  /** Returns why a user in the scope keeps its lists; null if it does not. */
  @Nullable UnmanagedReason keeps(String canonicalEmail, AdministratorState role) {
    UnmanagedReason reason = keeps(canonicalEmail);
    boolean isAdministrator = !role.equals(AdministratorState.NONE);
    return reason == null && isAdministrator && !administratorsToo
        ? UnmanagedReason.ADMINISTRATOR
        : reason;
  }

  /** Returns why a member in the scope keeps what it has; null if it does not. */
  @Nullable UnmanagedReason keeps(String canonicalEmail) {
    if (protections.reason(canonicalEmail) != null) {
      return UnmanagedReason.PROTECTED;
    }
    return withheld ? UnmanagedReason.REMOVALS_WITHHELD : null;
  }
}
