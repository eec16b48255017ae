package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.errors.ProblemMessages;

/**
 * The service understood the request and rejects it. Its subtypes group the reasons; {@link
 * #code()} is the reason itself.
 *
 * <p>Rejections are never retried: the cause has to be removed first.
 */
public class RejectedException extends CloudServiceException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the service's words
   */
  public RejectedException(CallReport report, Problem problem) {
    super(requireNonNull(report, "report"), ProblemMessages.message(problem), null);
    this.problem = problem;
  }

  /**
   * The reason.
   *
   * @return the stable code
   */
  public ProblemCode code() {
    return problem.code();
  }

  /**
   * The HTTP status.
   *
   * @return the status
   */
  public int status() {
    return problem.status();
  }

  /**
   * All that the service said.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }
}
