package canon.cpp.cloudservice.errors;

import java.util.List;

/**
 * The service does not accept a value of the request (400, 422); {@link #fieldErrors()} says which
 * one.
 */
public final class InvalidRequestException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the problem details of the service
   */
  public InvalidRequestException(CallReport report, Problem problem) {
    super(report, problem);
  }

  /**
   * Returns which values are wrong, and why.
   *
   * @return the errors; empty if no single field is wrong
   */
  public List<FieldError> fieldErrors() {
    return problem().fieldErrors();
  }
}
