package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;
import canon.cpp.cloudservice.retry.RetryPolicy;
import java.time.Duration;

/**
 * The removal of the role from an administrator (D13), with an optional condition.
 *
 * <pre>{@code
 * client.administrators().remove("boss@contoso.com").ifMatch(seen.etag()).execute();
 * }</pre>
 */
@CheckReturnValue
public interface RemoveAdministrator extends Change<RemovedAdministrator> {

  /**
   * Removes the role only if the member has not changed since it was read. Otherwise the service
   * rejects the removal with {@link canon.cpp.cloudservice.errors.ProblemCode#PRECONDITION_FAILED},
   * and nothing is changed.
   *
   * @param etag the {@link Administrator#etag} or {@link User#etag} of the member
   * @return the removal with this condition
   * @throws IllegalArgumentException if the text is not an etag
   */
  RemoveAdministrator ifMatch(String etag);

  @Override
  RemoveAdministrator idempotencyKey(String key);

  @Override
  RemoveAdministrator timeout(Duration timeout);

  @Override
  RemoveAdministrator retryPolicy(RetryPolicy policy);

  @Override
  RemoveAdministrator header(String name, String value);
}
