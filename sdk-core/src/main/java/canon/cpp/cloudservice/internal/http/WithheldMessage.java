package canon.cpp.cloudservice.internal.http;

/**
 * The cause of a malformed response without its message. The JDK quotes what it cannot parse, and
 * that may be a secret that the other side sent back. Type and stack trace are kept.
 */
public final class WithheldMessage extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private WithheldMessage(Throwable original) {
    super(original.getClass().getName() + " (message withheld, it may quote the response)");
    setStackTrace(original.getStackTrace());
  }

  public static Throwable of(Throwable original) {
    return new WithheldMessage(original);
  }
}
