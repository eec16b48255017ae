package canon.cpp.cloudservice.internal.jdk;

/** The body of a response is larger than the request allows. */
final class BodyTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int maxBytes) {
    super("the response body is larger than " + maxBytes + " bytes");
  }
}
