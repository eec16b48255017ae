package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

/**
 * What logging out did.
 *
 * @param result ended, or ended before
 */
public record SignedOut(SignOutResult result) {

  /**
   * Creates the value.
   *
   * @param result ended, or ended before
   * @throws NullPointerException if something is missing that may not be null
   */
  public SignedOut {
    requireNonNull(result, "result");
  }
}
