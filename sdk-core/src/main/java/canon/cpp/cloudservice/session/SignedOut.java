package canon.cpp.cloudservice.session;

import static java.util.Objects.requireNonNull;

/**
 * What logging out did.
 *
 * @param result whether the session was still open
 */
public record SignedOut(SignOutResult result) {

  public SignedOut {
    requireNonNull(result, "result");
  }
}
