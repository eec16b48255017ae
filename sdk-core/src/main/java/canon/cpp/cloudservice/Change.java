package canon.cpp.cloudservice;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;

/**
 * A {@link Call} that changes something at the service.
 *
 * <p>Every execution has an idempotency key, which all its attempts share, so that the service
 * applies the change at most once. By default the library creates a key for each execution. A
 * program that must be able to repeat a change after a restart sets its own key and stores it until
 * it knows the outcome:
 *
 * <pre>{@code
 * client.users().add("john@contoso.com").idempotencyKey("import-2031-row-17").execute();
 * }</pre>
 *
 * @param <T> the type of the result
 */
@CheckReturnValue
public interface Change<T> extends Call<T> {

  /**
   * Sets the key under which the service applies this change at most once. The service keeps the
   * result of an applied change for 24 hours and returns it again for the same key.
   *
   * @param key 1 to 128 visible ASCII characters, used for no other change of this kind
   * @return a change with this key
   * @throws IllegalArgumentException if the key is empty, too long or has other characters
   */
  Change<T> idempotencyKey(String key);

  @Override
  Change<T> timeout(Duration timeout);

  @Override
  Change<T> retryPolicy(RetryPolicy policy);

  @Override
  Change<T> header(String name, String value);

  @Override
  Change<Response<T>> withResponse();
}
