package canon.cpp.cloudservice.signin;

import org.jspecify.annotations.Nullable;

/** A store could not read, save or delete. The message says what is wrong and what to do. */
public final class TokenStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, where, and what to do; no secret
   * @param cause the cause, or null
   */
  public TokenStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
