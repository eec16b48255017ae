package canon.cpp.cloudservice.testing.internal.wire;

/** Thrown when a JSON document is not valid. The message names the path and the reason. */
public final class MalformedJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String problem;

  MalformedJsonException(String document, String path, String problem) {
    super("In " + document + ", " + path + " " + problem);
    this.path = path;
    this.problem = problem;
  }

  /** Returns the path of the error, such as {@code $.sites[0].members[1].email}. */
  public String path() {
    return path;
  }

  /** Returns the reason, such as {@code is missing}. */
  public String problem() {
    return problem;
  }
}
