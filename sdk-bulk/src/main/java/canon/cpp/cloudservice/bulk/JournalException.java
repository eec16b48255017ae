package canon.cpp.cloudservice.bulk;

import org.jspecify.annotations.Nullable;

/**
 * A journal cannot be used: it cannot be read or written, another process uses it, or it belongs to
 * another job. The message says which, and what to do.
 */
public final class JournalException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do
   * @param cause the cause, or null
   */
  public JournalException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
