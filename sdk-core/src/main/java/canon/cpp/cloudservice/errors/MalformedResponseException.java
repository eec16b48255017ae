package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The answer is none that the service would give: a page of a proxy, a redirect, broken or missing
 * JSON. Usually the configured address is not the service's, or something stands between.
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
