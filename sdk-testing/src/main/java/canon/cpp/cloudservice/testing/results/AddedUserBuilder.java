package canon.cpp.cloudservice.testing.results;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.membership.AddedUser;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import canon.cpp.cloudservice.membership.User;
import java.util.Set;

/**
 * Makes up the answer to adding a user; see {@link Results#addedUser}.
 *
 * <pre>{@code
 * AddedUser added = Answers.addedUser(john).alreadyPresentOn(DASHBOARD).build();
 * }</pre>
 */
public final class AddedUserBuilder {
  private final User user;
  private Set<Application> present = Set.of();

  AddedUserBuilder(User user) {
    this.user = requireNonNull(user, "user");
  }

  /**
   * Says on which lists the user was before (D15); on none if not said.
   *
   * @param applications whose lists
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AddedUserBuilder alreadyPresentOn(Application... applications) {
    present = Set.of(applications);
    return this;
  }

  /**
   * Makes the answer: a change for each list that the user is on.
   *
   * @return the answer
   */
  public AddedUser build() {
    return new AddedUser(
        user,
        user.applications().stream()
            .map(ApplicationEntry::application)
            .map(list -> new ListChange(list, result(list)))
            .toList());
  }

  private ChangeResult result(Application list) {
    return present.contains(list) ? ChangeResult.ALREADY_PRESENT : ChangeResult.ADDED;
  }
}
