package canon.cpp.cloudservice.internal.jdk;

/** An answer's body is larger than the request allows. */
final class BodyTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int maxBytes) {
    super("the answer's body is larger than " + maxBytes + " bytes");
  }
}
