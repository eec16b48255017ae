package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;

/**
 * The removal of a user: choose from which lists. All lists of one call are removed in one atomic
 * step (D12). An administrator keeps the role.
 *
 * <pre>{@code
 * client.users().remove("john@contoso.com").from(REMOTE_MATCH, DASHBOARD).execute();
 * }</pre>
 */
@CheckReturnValue
public interface RemoveUser {

  /**
   * Removes the user only if the member has not changed since it was read. Otherwise the service
   * rejects the removal with {@link canon.cpp.cloudservice.errors.ProblemCode#PRECONDITION_FAILED},
   * and nothing is changed.
   *
   * <pre>{@code
   * User seen = client.users().get("john@contoso.com").execute();
   * client.users().remove(seen.id()).ifMatch(seen.etag()).fromEveryList().execute();
   * }</pre>
   *
   * @param etag the {@link User#etag} or {@link Administrator#etag} of the member
   * @return the removal with this condition
   * @throws IllegalArgumentException if the text is not an etag
   */
  RemoveUser ifMatch(String etag);

  /**
   * Removes the user from the lists of some applications.
   *
   * @param application the application of a list
   * @param more the applications of further lists
   * @return a change whose result says what was done, list by list
   */
  Change<RemovedUser> from(Application application, Application... more);

  /**
   * Removes the user from every list, including those of applications that this version does not
   * know. A user who is not an administrator is then no longer a member (D14).
   *
   * @return a change whose result says what was done, list by list
   */
  Change<RemovedUser> fromEveryList();
}
