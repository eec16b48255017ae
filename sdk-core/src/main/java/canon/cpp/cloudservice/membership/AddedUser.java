package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What adding a user did (D8, D15).
 *
 * @param user the user as it is now
 * @param changes list by list: added, or already present
 */
public record AddedUser(User user, List<ListChange> changes) {

  public AddedUser {
    requireNonNull(user, "user");
    changes = List.copyOf(changes);
  }
}
