package canon.cpp.cloudservice.bulk.plan;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import canon.cpp.cloudservice.membership.AdministratorState;
import canon.cpp.cloudservice.membership.ApplicationEntry;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A member as it was when the plan was created. Applying the plan compares it with the member then.
 *
 * @param id the id that the service gave
 * @param etag the version of lists and role; null if not known
 * @param administrator whether the member is an administrator
 * @param lists the lists that the member is on; empty in a plan for administrators
 */
public record SeenMember(
    String id,
    @Nullable String etag,
    AdministratorState administrator,
    List<ApplicationEntry> lists) {

  /** Checks the components. */
  public SeenMember {
    requireNonNull(id, "id");
    requireNonNull(administrator, "administrator");
    lists = List.copyOf(lists);
  }

  /**
   * Returns the applications of the lists.
   *
   * @return the applications, without the states
   */
  public List<Application> applications() {
    return lists.stream()
        .map(ApplicationEntry::application)
        .collect(Collectors.collectingAndThen(Collectors.toList(), List::copyOf));
  }
}
