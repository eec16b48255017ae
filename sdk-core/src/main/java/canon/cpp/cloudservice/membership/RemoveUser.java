package canon.cpp.cloudservice.membership;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.Change;
import canon.cpp.cloudservice.annotation.CheckReturnValue;

/**
 * From which lists a user is to be removed. All lists of one call are one atomic step (D12); an
 * administrator keeps the role.
 *
 * <pre>{@code
 * client.users().remove("john@contoso.com").from(REMOTE_MATCH, DASHBOARD).execute();
 * }</pre>
 */
@CheckReturnValue
public interface RemoveUser {

  /**
   * Removes the user from the lists of some applications.
   *
   * @param application whose list
   * @param more whose lists too
   * @return a change that answers what was done, list by list
   */
  Change<RemovedUser> from(Application application, Application... more);

  /**
   * Removes the user from every list, also those of applications that this version does not know.
   * Who is no administrator is then gone (D14).
   *
   * @return a change that answers what was done, list by list
   */
  Change<RemovedUser> fromEveryList();
}
