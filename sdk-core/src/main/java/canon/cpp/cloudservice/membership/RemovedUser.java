package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;

/**
 * What removing a user from lists did (D12).
 *
 * @param user the user as it is afterwards
 * @param changes list by list: removed, or not present
 * @param gone true if the account is on no list and has no role now, so that another site can add
 *     it (D14)
 * @param warnings consequences that an administrator should know, such as D27; usually none
 */
public record RemovedUser(
    User user, List<ListChange> changes, boolean gone, List<RemovalWarning> warnings) {

  public RemovedUser {
    requireNonNull(user, "user");
    changes = List.copyOf(changes);
    warnings = List.copyOf(warnings);
  }

  /**
   * Creates a result without warnings.
   *
   * @param user the user as it is afterwards
   * @param changes list by list
   * @param gone true if the account is on no list and has no role now
   */
  public RemovedUser(User user, List<ListChange> changes, boolean gone) {
    this(user, changes, gone, Collections.emptyList());
  }
}
