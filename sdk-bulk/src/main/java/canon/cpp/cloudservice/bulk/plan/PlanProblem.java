package canon.cpp.cloudservice.bulk.plan;

/** Why a plan cannot be created, read or applied; see {@link PlanException}. */
public enum PlanProblem {
  /** The desired set is empty although the plan may remove members. */
  EMPTY_INPUT,
  /** The desired set has another number of rows than expected. */
  INCOMPLETE_INPUT,
  /** The file cannot be read or written. */
  FILE_UNUSABLE,
  /** The file is not a plan, or a part of it is missing. */
  DAMAGED,
  /** A newer version of this library has written the file. */
  NEWER_VERSION,
  /** The content does not have the digest that the file says: it was changed. */
  DIGEST_MISMATCH,
  /** The plan is for another site. */
  WRONG_SITE
}
