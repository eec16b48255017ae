package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What removing a user from lists did (D12).
 *
 * @param user the user as it is afterwards
 * @param changes list by list: removed, or not present
 * @param gone true if the account is on no list and has no role now, so that another site can add
 *     it (D14)
 */
public record RemovedUser(User user, List<ListChange> changes, boolean gone) {

  public RemovedUser {
    requireNonNull(user, "user");
    changes = List.copyOf(changes);
  }
}
