package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.bulk.plan.PlanItem;
import canon.cpp.cloudservice.bulk.plan.PlanKind;

/** What journals say about the application of plans. */
final class Operations {
  private Operations() {}

  static String of(PlanKind kind) {
    return kind == PlanKind.USERS ? "applyUserPlan" : "applyAdministratorPlan";
  }

  /** Returns the row of an item, for people who read the journal. */
  static String rowOf(PlanItem item) {
    String action =
        switch (item.action()) {
          case ADD -> "add ";
          case ADD_THEN_REMOVE -> "add and remove ";
          case REMOVE -> "remove ";
        };
    return action + item.canonicalEmail();
  }
}
