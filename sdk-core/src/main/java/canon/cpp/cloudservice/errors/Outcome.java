package canon.cpp.cloudservice.errors;

/**
 * Whether a call that failed can have changed something at the service. Ordered by how little is
 * certain.
 */
public enum Outcome {
  /** The request certainly did not reach the service. Nothing was changed. */
  NOT_SENT,
  /** The service answered that it rejects. Nothing was changed. */
  REJECTED,
  /**
   * The service may have done it, and the answer was lost or made no promise. {@link
   * CloudServiceException#settle()} tells, by repeating the change under the same idempotency key,
   * which does it at most once.
   */
  UNKNOWN
}
