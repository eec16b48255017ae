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
 * Builds the result of adding a user; see {@link Results#addedUser}.
 *
 * <pre>{@code
 * AddedUser added = Results.addedUser(john).alreadyPresentOn(DASHBOARD).build();
 * }</pre>
 */
public final class AddedUserBuilder {
  private final User user;
  private Set<Application> present = Set.of();

  AddedUserBuilder(User user) {
    this.user = requireNonNull(user, "user");
  }

  /**
   * Sets the lists on which the user was before (D15); none by default.
   *
   * @param applications the applications with these lists
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AddedUserBuilder alreadyPresentOn(Application... applications) {
    present = Set.of(applications);
    return this;
  }

  /**
   * Builds the result, with a change for each list that the user is on.
   *
   * @return the result
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
