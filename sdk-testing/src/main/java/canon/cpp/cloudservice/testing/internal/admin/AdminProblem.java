package canon.cpp.cloudservice.testing.internal.admin;

import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import java.util.List;

/** Why an operation of the admin API was rejected. */
public enum AdminProblem {
  VALIDATION_FAILED(400, "validation-failed", "The request is not valid"),
  OTHER_ORIGIN(403, "other-origin", "A page of another origin may not control the fake"),
  HOST_NOT_ALLOWED(403, "host-not-allowed", "The fake does not have this host name"),
  NOT_FOUND(404, "not-found", "Not found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "This path has no such method"),
  TIME_RUNS_FORWARD(409, "time-runs-forward", "Time never runs backwards"),
  TOO_LARGE(413, "too-large", "The body is too large"),
  NOT_JSON(415, "not-json", "The body has to be JSON");

  private final int status;
  private final String code;
  private final String title;

  AdminProblem(int status, String code, String title) {
    this.status = status;
    this.code = code;
    this.title = title;
  }

  /** Returns the problem, with what to do about it. */
  public Problem withDetail(String detail) {
    return new Problem(status, code, title, detail, List.of(), null);
  }

  ProblemException rejection(String detail) {
    return new ProblemException(withDetail(detail));
  }
}
