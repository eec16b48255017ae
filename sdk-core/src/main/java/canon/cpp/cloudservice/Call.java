package canon.cpp.cloudservice;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One operation, described but not yet done. Immutable; it may be executed any number of times, by
 * any number of threads, and each execution is a call of its own.
 *
 * <pre>{@code
 * User user = client.users().get("john@contoso.com").timeout(Duration.ofSeconds(5)).execute();
 * }</pre>
 *
 * <p>Both ways of executing do the same and fail with the same exceptions, the subtypes of {@link
 * canon.cpp.cloudservice.errors.CloudServiceException}. The library implements this interface;
 * methods may be added to it.
 *
 * @param <T> what the call answers
 */
@CheckReturnValue
public interface Call<T> {

  /**
   * Sets the time for the whole call: token, attempts, pauses between them, reading the answer. The
   * client's own timeout if not set.
   *
   * @param timeout a positive duration
   * @return a call with that time
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  Call<T> timeout(Duration timeout);

  /**
   * Adds a header to every request of the call.
   *
   * @param name its name; not one that the library sets itself, such as {@code Authorization}
   * @param value its value, visible ASCII and spaces
   * @return a call with the header
   * @throws IllegalArgumentException if name or value cannot be sent, or the name is the library's
   */
  Call<T> header(String name, String value);

  /**
   * Asks for status, headers and request id along with the answer.
   *
   * @return a call that answers with both
   */
  Call<Response<T>> withResponse();

  /**
   * Executes the call and waits for the answer.
   *
   * @return the answer
   * @throws canon.cpp.cloudservice.errors.CloudServiceException if there is none
   */
  @CanIgnoreReturnValue
  T execute();

  /**
   * Executes the call without blocking. The future completes on a thread of the client. Cancelling
   * it stops the call; as with any connection that breaks, the service may have seen it.
   *
   * @return the answer to come; fails with {@link
   *     canon.cpp.cloudservice.errors.CloudServiceException}
   */
  @CanIgnoreReturnValue
  CompletableFuture<T> executeAsync();
}
