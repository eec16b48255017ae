package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The service's own words about a rejection (RFC 9457 problem details).
 *
 * @param status the HTTP status
 * @param code the stable code
 * @param title a short text for people; may be empty
 * @param detail more about this case, for people; null if there is none. It comes from the service:
 *     do not show it without escaping
 * @param fieldErrors what is wrong with which value; empty unless the request was not valid
 * @param resource what was not found ({@code user}, {@code administrator}, {@code printer}); null
 *     otherwise
 * @param requestId the service's id of the request; null if it sent none
 */
public record Problem(
    int status,
    ProblemCode code,
    String title,
    @Nullable String detail,
    List<FieldError> fieldErrors,
    @Nullable String resource,
    @Nullable String requestId) {

  /**
   * Creates the value; lists are copied.
   *
   * @param status the HTTP status
   * @param code the stable code
   * @param title a short text for people
   * @param detail more about this case, for people
   * @param fieldErrors what is wrong with which value
   * @param resource what was not found
   * @param requestId the service's id of the request
   * @throws NullPointerException if something is missing that may not be null
   */
  public Problem {
    requireNonNull(code, "code");
    requireNonNull(title, "title");
    fieldErrors = List.copyOf(fieldErrors);
  }
}
