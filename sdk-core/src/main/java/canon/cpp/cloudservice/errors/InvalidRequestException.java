package canon.cpp.cloudservice.errors;

import java.util.List;

/**
 * The service does not accept a value of the request (400, 422); {@link #fieldErrors()} says which.
 */
public final class InvalidRequestException extends RejectedException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the service's words
   */
  public InvalidRequestException(CallReport report, Problem problem) {
    super(report, problem);
  }

  /**
   * What is wrong with which value.
   *
   * @return the errors; empty if the problem is not one of a field
   */
  public List<FieldError> fieldErrors() {
    return problem().fieldErrors();
  }
}
