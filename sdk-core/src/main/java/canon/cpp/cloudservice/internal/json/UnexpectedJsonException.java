package canon.cpp.cloudservice.internal.json;

/**
 * A document cannot be read in one pass. It has no stack trace, because it never leaves this
 * package.
 */
final class UnexpectedJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnexpectedJsonException() {
    super("The document cannot be read in one pass", null, false, false);
  }
}
