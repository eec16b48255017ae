package canon.cpp.cloudservice.testing.results;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.annotation.CanIgnoreReturnValue;
import canon.cpp.cloudservice.membership.AddedAdministrator;
import canon.cpp.cloudservice.membership.Administrator;
import canon.cpp.cloudservice.membership.ChangeResult;
import canon.cpp.cloudservice.membership.ListChange;
import java.util.List;
import java.util.Set;

/**
 * Builds the result of adding an administrator; see {@link Results#addedAdministrator}.
 *
 * <pre>{@code
 * AddedAdministrator added =
 *     Results.addedAdministrator(boss).alreadyPresentOn(DASHBOARD, REMOTE_MATCH).build();
 * }</pre>
 */
public final class AddedAdministratorBuilder {
  /** D10. */
  private static final List<Application> LISTS =
      List.of(Application.DASHBOARD, Application.REMOTE_MATCH);

  private final Administrator administrator;
  private ChangeResult role = ChangeResult.ADDED;
  private Set<Application> present = Set.of();

  AddedAdministratorBuilder(Administrator administrator) {
    this.administrator = requireNonNull(administrator, "administrator");
  }

  /**
   * States that the account was an administrator before (D15).
   *
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AddedAdministratorBuilder alreadyAdministrator() {
    role = ChangeResult.ALREADY_PRESENT;
    return this;
  }

  /**
   * Sets the lists on which the administrator was before; none by default.
   *
   * @param applications the applications with these lists
   * @return this builder
   */
  @CanIgnoreReturnValue
  public AddedAdministratorBuilder alreadyPresentOn(Application... applications) {
    present = Set.of(applications);
    return this;
  }

  /**
   * Builds the result.
   *
   * @return the result
   */
  public AddedAdministrator build() {
    List<ListChange> changes =
        LISTS.stream().map(list -> new ListChange(list, result(list))).toList();
    return new AddedAdministrator(administrator, role, changes);
  }

  private ChangeResult result(Application list) {
    return present.contains(list) ? ChangeResult.ALREADY_PRESENT : ChangeResult.ADDED;
  }
}
