package canon.cpp.cloudservice;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.time.Duration;

/**
 * A {@link Call} that changes something at the service.
 *
 * <p>Every execution has an idempotency key, shared by all its attempts, so that the service does
 * the thing once however often it is asked. The library makes a new key for each execution. A
 * program that must be able to repeat a change after a restart brings a key of its own and keeps it
 * until it knows the outcome:
 *
 * <pre>{@code
 * client.users().add("john@contoso.com").idempotencyKey("import-2031-row-17").execute();
 * }</pre>
 *
 * @param <T> what the change answers
 */
@CheckReturnValue
public interface Change<T> extends Call<T> {

  /**
   * Sets the key under which the service does this change at most once. It keeps the answer of a
   * change that was done for 24 hours and gives it again for the same key.
   *
   * @param key 1 to 128 visible ASCII characters, used for no other change of this kind
   * @return a change with that key
   * @throws IllegalArgumentException if the key is empty, too long or has other characters
   */
  Change<T> idempotencyKey(String key);

  @Override
  Change<T> timeout(Duration timeout);

  @Override
  Change<T> header(String name, String value);

  @Override
  Change<Response<T>> withResponse();
}
