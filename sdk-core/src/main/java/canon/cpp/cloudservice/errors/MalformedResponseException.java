package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The response did not come from the service, or breaks the contract: the page of a proxy, a
 * redirect, malformed or missing JSON. Usually the configured address is wrong, or something
 * between the client and the service responds.
 */
public final class MalformedResponseException extends CloudServiceException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param report the call
   * @param message what happened and what to do
   * @param cause the cause, or null
   */
  public MalformedResponseException(CallReport report, String message, @Nullable Throwable cause) {
    super(requireNonNull(report, "report"), message, cause);
  }
}
