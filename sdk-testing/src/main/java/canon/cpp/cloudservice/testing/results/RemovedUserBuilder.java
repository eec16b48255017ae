package canon.cpp.cloudservice.testing.results;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.RemovedUser;
import canon.cpp.cloudservice.membership.User;
import java.util.List;

/**
 * Builds the result of removing a user; see {@link Results#removedUser}.
 *
 * <pre>{@code
 * RemovedUser removed = Results.removedUser(john).from(DASHBOARD).build();
 * }</pre>
 */
public final class RemovedUserBuilder {
  private final User before;
  private List<Application> lists =
      List.of(Application.DASHBOARD, Application.REMOTE_MATCH, Application.REMOTE_CONTROL);

  RemovedUserBuilder(User before) {
    this.before = requireNonNull(before, "before");
  }

  /**
   * Sets the lists from which the user was removed; every list by default.
   *
   * @param applications the applications with these lists
   * @return this builder
   */
  @CanIgnoreReturnValue
  public RemovedUserBuilder from(Application... applications) {
    lists = List.of(applications);
    return this;
  }

  /**
   * Builds the result: a change for each of the lists, and the user afterwards; gone if the user is
   * on no list and is not an administrator (D14).
   *
   * @return the result
   */
  public RemovedUser build() {
    List<ApplicationEntry> left =
        before.applications().stream()
            .filter(entry -> !lists.contains(entry.application()))
            .toList();
    User after =
        new User(
            before.id(),
            before.email(),
            before.canonicalEmail(),
            before.administrator(),
            left,
            before.addedAt());
    List<ListChange> changes =
        lists.stream().map(list -> new ListChange(list, result(list))).toList();
    boolean gone = left.isEmpty() && before.administrator().equals(AdministratorState.NONE);
    return new RemovedUser(after, changes, gone);
  }

  private ChangeResult result(Application list) {
    return before.stateOn(list).isPresent() ? ChangeResult.REMOVED : ChangeResult.NOT_PRESENT;
  }
}
