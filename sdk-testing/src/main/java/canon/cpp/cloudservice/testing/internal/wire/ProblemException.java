package canon.cpp.cloudservice.testing.internal.wire;

import java.util.List;

/** Thrown to reject a request before anything was changed. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  public ProblemException(ProblemKind kind) {
    this(Problem.of(kind));
  }

  public static ProblemException invalid(String field, FieldError.Code code, String message) {
    return new ProblemException(Problem.invalid(List.of(new FieldError(field, code, message))));
  }

  public Problem problem() {
    return problem;
  }
}
