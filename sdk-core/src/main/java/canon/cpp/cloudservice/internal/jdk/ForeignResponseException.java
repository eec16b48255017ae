package canon.cpp.cloudservice.internal.jdk;

/** A response belongs to another request. */
final class ForeignResponseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignResponseException() {
    super("the response belongs to another request");
  }
}
