package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.internal.errors.ProblemMessages;

/**
 * The service understood the request and rejected it. The subtypes group the reasons; {@link
 * #code()} is the reason.
 *
 * <p>A rejection is not retried: the cause has to be removed first. The exceptions are {@code
 * idempotency-key-in-progress} and {@code rate-limited}, which are {@linkplain #isTransient()
 * transient}.
 */
public class RejectedException extends CloudServiceException {
  private static final long serialVersionUID = 1L;

  /** The problem details of the service. */
  private final Problem problem;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param problem the problem details of the service
   */
  public RejectedException(CallReport report, Problem problem) {
    super(requireNonNull(report, "report"), ProblemMessages.message(problem), null);
    this.problem = problem;
  }

  RejectedException(CallReport report, Problem problem, String message) {
    super(requireNonNull(report, "report"), message, null);
    this.problem = problem;
  }

  /**
   * Returns the reason.
   *
   * @return the stable code
   */
  public ProblemCode code() {
    return problem.code();
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status
   */
  public int status() {
    return problem.status();
  }

  /**
   * Returns the problem details of the service.
   *
   * @return the problem
   */
  public Problem problem() {
    return problem;
  }

  @Override
  public boolean isTransient() {
    return problem.code().equals(ProblemCode.IDEMPOTENCY_KEY_IN_PROGRESS)
        || problem.code().equals(ProblemCode.RATE_LIMITED);
  }
}
