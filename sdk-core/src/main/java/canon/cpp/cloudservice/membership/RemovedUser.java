package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What removing a user from lists did (D12).
 *
 * @param user the user as it is afterwards
 * @param changes list by list: removed, or not present
 * @param gone whether the person is now on no list, has no role, and is free for another site (D14)
 */
public record RemovedUser(User user, List<ListChange> changes, boolean gone) {

  /**
   * Creates the value; lists are copied.
   *
   * @param user the user as it is afterwards
   * @param changes list by list
   * @param gone whether the person is now on no list, has no role, and is free for another site
   * @throws NullPointerException if something is missing that may not be null
   */
  public RemovedUser {
    requireNonNull(user, "user");
    changes = List.copyOf(changes);
  }
}
