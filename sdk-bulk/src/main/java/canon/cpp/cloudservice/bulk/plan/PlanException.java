package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A plan cannot be created, read or applied. Nothing was changed. The message says what to do, and
 * contains no address.
 */
public final class PlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final PlanProblem problem;

  /**
   * Creates the exception.
   *
   * @param problem the kind
   * @param message what happened and what to do
   * @param cause the cause, or null
   */
  public PlanException(PlanProblem problem, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = requireNonNull(problem, "problem");
  }

  /**
   * Returns the kind of the problem.
   *
   * @return the kind
   */
  public PlanProblem problem() {
    return problem;
  }
}
