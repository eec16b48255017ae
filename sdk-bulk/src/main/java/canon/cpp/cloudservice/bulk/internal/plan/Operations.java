package canon.cpp.cloudservice.bulk.internal.plan;

import canon.cpp.cloudservice.bulk.plan.PlanKind;

/** The names of the jobs that apply plans, in journals. */
final class Operations {
  private Operations() {}

  static String of(PlanKind kind) {
    return kind == PlanKind.USERS ? "applyUserPlan" : "applyAdministratorPlan";
  }
}
