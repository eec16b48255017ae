package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What adding an administrator did (D10, D15).
 *
 * @param administrator the administrator as it is now
 * @param role whether the role was added or already present
 * @param changes the same for the lists that an administrator joins
 */
public record AddedAdministrator(
    Administrator administrator, ChangeResult role, List<ListChange> changes) {

  public AddedAdministrator {
    requireNonNull(administrator, "administrator");
    requireNonNull(role, "role");
    changes = List.copyOf(changes);
  }
}
