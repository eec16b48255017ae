package canon.cpp.cloudservice.testing.internal.standalone;

/** Why the program does not start, as a message for its user. */
final class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStartException(String message) {
    super(message);
  }
}
