package canon.cpp.cloudservice.testing.internal.wire;

/** What somebody wrote as JSON is wrong; the message says where and why. */
public final class MalformedJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  MalformedJsonException(String document, String path, String problem) {
    super("In " + document + ", " + path + " " + problem);
    this.path = path;
    this.problem = problem;
  }

  /** Where it is wrong, such as {@code $.sites[0].members[1].email}. */
  public String path() {
    return path;
  }

  /** What is wrong there, such as {@code is missing}. */
  public String problem() {
    return problem;
  }
}
