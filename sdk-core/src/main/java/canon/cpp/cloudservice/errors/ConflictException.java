package canon.cpp.cloudservice.errors;

/**
 * The state of the site does not allow the change (409): the last administrator (D13), or a user
 * (D16) or printer (D21) that is registered at another site.
 */
public final class ConflictException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the problem details of the service
   */
  public ConflictException(CallReport report, Problem problem) {
    super(report, problem);
  }
}
