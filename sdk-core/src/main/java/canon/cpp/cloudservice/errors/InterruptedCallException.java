package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** The thread that waited for the call was interrupted. Its interrupt flag is set again. */
public final class InterruptedCallException extends CloudServiceException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param message what happened and what to do
   * @param cause the cause, or null
   */
  public InterruptedCallException(CallReport report, String message, @Nullable Throwable cause) {
    super(requireNonNull(report, "report"), message, cause);
  }

  @Override
  public boolean isTransient() {
    return true;
  }
}
