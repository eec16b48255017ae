package canon.cpp.cloudservice.bulk.plan;

import canon.cpp.cloudservice.annotation.CheckReturnValue;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;

/**
 * The creation of a plan, described but not yet run. Immutable: every option returns a new value.
 * This library implements the interface and may add methods to it.
 *
 * <pre>{@code
 * MembershipPlan plan =
 *     Plans.with(client)
 *         .usersOnAllLists(addresses)
 *         .removing(RemovalScope.wholeSite())
 *         .protecting(List.of("operator@contoso.com"))
 *         .create();
 * }</pre>
 */
@CheckReturnValue
public interface CreatePlan {

  /**
   * Lets the plan remove members of a scope whom the desired set does not have. Without it the plan
   * only adds.
   *
   * @param scope who may be removed
   * @return a creation with the scope
   */
  CreatePlan removing(RemovalScope scope);

  /**
   * Lets a plan of users remove administrators from lists as well. Without it administrators keep
   * the lists that they have. Their role is never changed by a plan of users.
   *
   * @return a creation that treats administrators like other users
   */
  CreatePlan includingAdministrators();

  /**
   * Protects more members from removals. Protected anyway are the account itself and the last
   * active administrator.
   *
   * @param emails addresses in any spelling; the service canonicalises
   * @return a creation that protects them
   */
  CreatePlan protecting(Collection<String> emails);

  /**
   * Says how many rows the desired set has, so that a source which was read in part is noticed.
   *
   * @param rows the number of rows, zero or more
   * @return a creation that fails if the desired set has another number of rows
   * @throws IllegalArgumentException if the number is negative
   */
  CreatePlan expectingRows(long rows);

  /**
   * Counts the removals of the last 7 days that the journals of a folder have, so that {@link
   * MembershipPlan#exceedsCeiling()} considers them. Applying the plan counts them again.
   *
   * @param folder the folder in which the journals of the site are
   * @return a creation that counts them
   */
  CreatePlan journals(Path folder);

  /**
   * Sets the wall clock, for tests.
   *
   * @param clock the clock
   * @return a creation with the clock
   */
  CreatePlan clock(Clock clock);

  /**
   * Reads the members of the site and compares them with the desired set. Nothing is changed, and
   * the ceiling is not enforced yet.
   *
   * @return the plan
   * @throws PlanException if the desired set is empty and the plan may remove, or if it has not the
   *     expected number of rows
   * @throws canon.cpp.cloudservice.errors.CloudServiceException if the members cannot be read
   */
  MembershipPlan create();
}
