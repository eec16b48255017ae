package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A result together with the HTTP response that carried it.
 *
 * <pre>{@code
 * Response<User> response = client.users().get("usr_000001").withResponse().execute();
 * log.info("request id {}", response.requestId());
 * }</pre>
 *
 * @param <T> the type of the result
 * @param value the result
 * @param status the HTTP status; 0 for a diagnosis without a response of the service
 * @param headers the headers of the response
 * @param requestId the service's id of the request, for its operator; null if the response has none
 * @param attempts the number of attempts; 0 for a diagnosis that made none
 */
public record Response<T>(
    T value, int status, HttpHeaders headers, @Nullable String requestId, int attempts) {

  public Response {
    requireNonNull(value, "value");
    requireNonNull(headers, "headers");
  }
}
