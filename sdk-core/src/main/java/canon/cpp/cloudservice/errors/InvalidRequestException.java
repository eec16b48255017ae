package canon.cpp.cloudservice.errors;

import canon.cpp.cloudservice.internal.errors.ProblemMessages;
import java.util.List;

/**
 * A value of the request is not accepted; {@link #fieldErrors()} says which one. Either the service
 * rejected it (400, 422), or it is an address that the service rejects in any case, and nothing was
 * sent: then {@link #outcome()} is {@code NOT_SENT}.
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
   * Creates the exception of a call that was not sent.
   *
   * @param report the call
   * @param error the value that is wrong
   */
  public InvalidRequestException(CallReport report, FieldError error) {
    super(report, ProblemMessages.unsent(error), ProblemMessages.unsentMessage(error));
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
