package canon.cpp.cloudservice.errors;

/**
 * The account lacks the right (403): it is not an administrator, has to sign in first, or is not
 * registered, or the printer is not proven.
 */
public final class PermissionDeniedException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the problem details of the service
   */
  public PermissionDeniedException(CallReport report, Problem problem) {
    super(report, problem);
  }
}
