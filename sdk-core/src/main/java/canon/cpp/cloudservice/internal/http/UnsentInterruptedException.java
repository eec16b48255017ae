package canon.cpp.cloudservice.internal.http;

/** The thread that waits for an exchange was interrupted before the request was sent. */
public final class UnsentInterruptedException extends InterruptedException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception for an exchange that is stopped, so that nothing is sent later. */
  public UnsentInterruptedException(InterruptedException cause) {
    super(cause.getMessage());
    initCause(cause);
  }
}
