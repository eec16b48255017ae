package canon.cpp.cloudservice.errors;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The problem details (RFC 9457) of a rejection.
 *
 * @param status the HTTP status
 * @param code the stable code
 * @param title a short description; may be empty
 * @param detail a description of this case; null if there is none. It comes from the service:
 *     escape it before displaying it
 * @param fieldErrors which values are wrong; empty unless the request was invalid
 * @param resource what was not found ({@code user}, {@code administrator}, {@code printer}); null
 *     otherwise
 * @param requestId the service's id of the request; null if the response has none
 */
public record Problem(
    int status,
    ProblemCode code,
    String title,
    @Nullable String detail,
    List<FieldError> fieldErrors,
    @Nullable String resource,
    @Nullable String requestId)
    implements Serializable {

  public Problem {
    requireNonNull(code, "code");
    requireNonNull(title, "title");
    fieldErrors = List.copyOf(fieldErrors);
  }
}
