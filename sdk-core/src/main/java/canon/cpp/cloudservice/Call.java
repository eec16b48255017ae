package canon.cpp.cloudservice;

import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * One operation, described but not yet executed. Immutable. It can be executed any number of times
 * by any number of threads; each execution is a separate call.
 *
 * <pre>{@code
 * User user = client.users().get("john@contoso.com").timeout(Duration.ofSeconds(5)).execute();
 * }</pre>
 *
 * <p>Both ways of execution do the same and fail with the same exceptions, the subtypes of {@link
 * canon.cpp.cloudservice.errors.CloudServiceException}. This library implements the interface and
 * may add methods to it.
 *
 * @param <T> the type of the result
 */
@CheckReturnValue
public interface Call<T> {

  /**
   * Sets the timeout for the whole call: obtaining a token, all attempts, the backoff between them,
   * and reading the response. The default is the timeout of the client.
   *
   * @param timeout a positive duration
   * @return a call with this timeout
   * @throws IllegalArgumentException if the duration is zero or negative
   */
  Call<T> timeout(Duration timeout);

  /**
   * Sets when and how often a failed attempt of this call is retried. The default is the policy of
   * the client. A call with {@link RetryPolicy#none()} is for programs that decide on retries
   * themselves: it sends one attempt, and does not change the retry budget of the client.
   *
   * @param policy the policy; it does not apply to a diagnosis, which never retries
   * @return a call with this policy
   */
  Call<T> retryPolicy(RetryPolicy policy);

  /**
   * Adds a header to every request of the call.
   *
   * @param name its name; not one that the library sets itself, such as {@code Authorization}
   * @param value its value, visible ASCII and spaces
   * @return a call with this header
   * @throws IllegalArgumentException if the name or value cannot be sent, or if the library sets
   *     this header itself
   */
  Call<T> header(String name, String value);

  /**
   * Returns status, headers and request id together with the result.
   *
   * @return a call with that result
   */
  Call<Response<T>> withResponse();

  /**
   * Executes the call and waits for the result.
   *
   * @return the result
   * @throws canon.cpp.cloudservice.errors.CloudServiceException if the call fails
   */
  @CanIgnoreReturnValue
  T execute();

  /**
   * Executes the call without blocking. The future completes on a thread of the client. Cancelling
   * the future stops the call, but the service may already have received the request.
   *
   * @return a future of the result; fails with {@link
   *     canon.cpp.cloudservice.errors.CloudServiceException}
   */
  @CanIgnoreReturnValue
  CompletableFuture<T> executeAsync();
}
