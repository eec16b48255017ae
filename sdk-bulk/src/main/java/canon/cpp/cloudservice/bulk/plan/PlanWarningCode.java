package canon.cpp.cloudservice.bulk.plan;

/** The kind of a {@link PlanWarning}. */
public enum PlanWarningCode {
  /** No active administrator is on the Remote Match list afterwards (D27). */
  NO_REMOTE_MATCH_ADMINISTRATOR,
  /** A member leaves and another one with the same name in another domain joins. */
  PROBABLE_RENAME,
  /** Several rows of the desired set mean the same member. */
  DUPLICATE_ROWS,
  /** The desired set has impossible rows, so the plan contains no removals. */
  REMOVALS_WITHHELD,
  /** A plan back cannot restore the id of members, nor the binding to their accounts (D33). */
  ID_NOT_RESTORED,
  /** A plan back cannot restore the state Active; the members are Invited again (D15). */
  ACTIVE_NOT_RESTORED,
  /** A plan back cannot restore some lists. */
  LISTS_NOT_RESTORED
}
