package canon.cpp.cloudservice.errors;

/**
 * The service does not accept the token (401): it is missing, unknown, expired, or its session was
 * logged out (D32). The user signs in again; after a log-out the library neither refreshes nor
 * replays.
 */
public final class UnauthenticatedException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the problem details of the service
   */
  public UnauthenticatedException(CallReport report, Problem problem) {
    super(report, problem);
  }
}
