package canon.cpp.cloudservice.testing.internal.standalone;

/** Why the program does not start, in words for whoever started it. */
final class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStartException(String message) {
    super(message);
  }
}
