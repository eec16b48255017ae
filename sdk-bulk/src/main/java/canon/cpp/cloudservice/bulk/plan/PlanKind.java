package canon.cpp.cloudservice.bulk.plan;

/** What a plan is about. Users and administrators are never planned together. */
public enum PlanKind {
  /** Users and their application lists. */
  USERS,
  /** The role of administrators. */
  ADMINISTRATORS
}
