package canon.cpp.cloudservice.bulk.plan;

/** Why a plan leaves a member as it is, although the desired set does not have it. */
public enum UnmanagedReason {
  /** The plan has no scope for removals, or the member or its lists are outside of it. */
  OUT_OF_SCOPE,
  /** The member is the own account, the last active administrator, or protected by the caller. */
  PROTECTED,
  /** The member is an administrator, who keeps its lists unless the caller asks for more. */
  ADMINISTRATOR,
  /** The desired set has rows that are impossible, so the plan removes nothing. */
  REMOVALS_WITHHELD
}
