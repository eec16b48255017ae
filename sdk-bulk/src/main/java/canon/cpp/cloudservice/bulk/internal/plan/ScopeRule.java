package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.CloudServiceClient;
import canon.cpp.cloudservice.bulk.plan.PlanKind;
import canon.cpp.cloudservice.bulk.plan.RemovalScope;
import java.util.Collection;
import java.util.List;

/** Decides what may be removed. */
interface ScopeRule extends RemovalScope {
  /** Checks that the scope fits a plan, and completes it with what the service knows. */
  default ScopeRule prepared(CloudServiceClient client, PlanKind kind, String site) {
    return this;
  }

  /** Tells whether the role of an administrator may be removed. */
  boolean covers(String canonicalEmail);

  /** Returns those lists that a user may be removed from. */
  default List<Application> removable(String canonicalEmail, Collection<Application> lists) {
    return covers(canonicalEmail) ? List.copyOf(lists) : List.of();
  }

  /** Returns what the plans before have added for a member. */
  default Collection<Application> managed(String canonicalEmail) {
    return List.of();
  }
}
