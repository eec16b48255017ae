package canon.cpp.cloudservice.bulk;

/** Why a bulk job stopped before its last item. Running it again with its journal continues it. */
public enum StopReason {
  /** More items were rejected than {@link BulkJob#stopAfterRejections} allows. */
  TOO_MANY_REJECTIONS,
  /** More outcomes stayed unknown than {@link BulkJob#stopAfterUnknowns} allows. */
  TOO_MANY_UNKNOWN,
  /** The service asked 20 times to come back later, without a success between them. */
  THROTTLED,
  /** The account may not make the changes: it is not an administrator, or not registered. */
  NOT_PERMITTED,
  /** No access token was obtained, or the service does not accept it: sign in again. */
  NOT_AUTHENTICATED,
  /** No request reaches the service: TLS, a proxy, or a network that stays down. */
  UNREACHABLE,
  /**
   * A member has changed since the plan was created, and the plan was to be applied without any
   * drift.
   */
  DRIFTED,
  /** The thread was interrupted, or the future was cancelled. */
  CANCELLED
}
