package canon.cpp.cloudservice.bulk.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * The file of a snapshot cannot be written or read, or is not the file of a snapshot. The message
 * says which, and what to do; it contains no address.
 */
public final class SnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what happened and what to do
   * @param cause the cause, or null
   */
  public SnapshotException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
