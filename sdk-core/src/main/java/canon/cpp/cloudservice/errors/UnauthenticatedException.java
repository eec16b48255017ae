package canon.cpp.cloudservice.errors;

/**
 * The service does not accept the token (401): none, unknown, expired, or logged out (D32). The
 * caller signs in again; after a log out the library neither refreshes nor replays.
 */
public final class UnauthenticatedException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the service's words
   */
  public UnauthenticatedException(CallReport report, Problem problem) {
    super(report, problem);
  }
}
