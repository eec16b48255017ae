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

  /** Tells whether the plans before have added the role of an administrator. */
  default boolean manages(String canonicalEmail) {
    return false;
  }

  /** Returns the lists that the plans before have added a user to. */
  default Collection<Application> managed(String canonicalEmail) {
    return List.of();
  }
}
