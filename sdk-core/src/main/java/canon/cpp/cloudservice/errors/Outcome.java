package canon.cpp.cloudservice.errors;

/**
 * Whether a call or an attempt may have changed something at the service. Ordered from certain to
 * uncertain.
 */
public enum Outcome {
  /**
   * The service carried out the request. Only a successful {@link Attempt} has this outcome, never
   * a call that failed.
   */
  COMPLETED,
  /** The request did not reach the service. Nothing was changed. */
  NOT_SENT,
  /** The service rejected the request. Nothing was changed. */
  REJECTED,
  /**
   * The change may have been applied: the response was lost, or proves nothing. {@link
   * CloudServiceException#settle()} finds out, by repeating the change under the same idempotency
   * key, under which the service applies it at most once.
   */
  UNKNOWN
}
