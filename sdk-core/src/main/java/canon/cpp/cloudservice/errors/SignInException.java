package canon.cpp.cloudservice.errors;

import org.jspecify.annotations.Nullable;

/**
 * No token could be had, so the call was not made. Thrown by token providers; the library adds the
 * call.
 *
 * <pre>{@code
 * TokenProvider provider = request -> {
 *   throw new SignInException("No token in the vault. Store one under prismasync-token.", null);
 * };
 * }</pre>
 */
public final class SignInException extends CloudServiceException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception, for a token provider.
   *
   * @param message why there is no token, and what to do; no secret
   * @param cause the cause, or null
   */
  public SignInException(String message, @Nullable Throwable cause) {
    this(null, message, cause);
  }

  /**
   * Creates the exception with the call that needed the token.
   *
   * @param report the call; null if there was none
   * @param message why there is no token, and what to do; no secret
   * @param cause the cause, or null
   */
  public SignInException(@Nullable CallReport report, String message, @Nullable Throwable cause) {
    super(report, message, cause);
  }
}
