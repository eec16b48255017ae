package canon.cpp.cloudservice;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * An answer together with what came with it.
 *
 * <pre>{@code
 * Response<User> response = client.users().get("usr_000001").withResponse().execute();
 * log.info("request id {}", response.requestId());
 * }</pre>
 *
 * @param <T> what the call answers
 * @param value the answer
 * @param status the HTTP status; 0 for a diagnosis to which the service gave no answer
 * @param headers the headers of the answer
 * @param requestId the service's id of the request, for its operator; null if it sent none
 * @param attempts how many attempts it took; 0 for a diagnosis that came to none
 */
public record Response<T>(
    T value, int status, HttpHeaders headers, @Nullable String requestId, int attempts) {

  /**
   * Creates the value.
   *
   * @param value the answer
   * @param status the HTTP status
   * @param headers the headers of the answer
   * @param requestId the service's id of the request, for its operator
   * @param attempts how many attempts it took
   * @throws NullPointerException if something is missing that may not be null
   */
  public Response {
    requireNonNull(value, "value");
    requireNonNull(headers, "headers");
  }
}
