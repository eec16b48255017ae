package canon.cpp.cloudservice.testing.internal.wire;

import java.util.List;

/** Thrown by whatever decides that a request is refused; nothing has changed then. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  public Refusal(Problem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  public Refusal(ProblemKind kind) {
    this(Problem.of(kind));
  }

  public static Refusal invalid(String field, FieldError.Code code, String message) {
    return new Refusal(Problem.invalid(List.of(new FieldError(field, code, message))));
  }

  public Problem problem() {
    return problem;
  }
}
