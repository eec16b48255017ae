package canon.cpp.cloudservice.errors;

/**
 * The account may not do this (403): it is no administrator, has to sign in first, is not known, or
 * the printer is not proven.
 */
public final class PermissionDeniedException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the service's words
   */
  public PermissionDeniedException(CallReport report, Problem problem) {
    super(report, problem);
  }
}
