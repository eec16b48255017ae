package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A cloud service user: somebody on the user list of at least one application (D18). Administrators
 * on a list are users too.
 *
 * @param id the service's id, {@code usr_…}
 * @param email the address as it was typed
 * @param canonicalEmail the address as the service compares it (D6)
 * @param administrator whether the person is an administrator as well
 * @param applications the lists that the person is on; empty only for somebody just removed
 * @param addedAt when the person was added
 */
public record User(
    String id,
    String email,
    String canonicalEmail,
    AdministratorState administrator,
    List<ApplicationEntry> applications,
    Instant addedAt) {

  /**
   * Creates the value; lists are copied.
   *
   * @param id the service's id, {@code usr_…}
   * @param email the address as it was typed
   * @param canonicalEmail the address as the service compares it
   * @param administrator whether the person is an administrator as well
   * @param applications the lists that the person is on
   * @param addedAt when the person was added
   * @throws NullPointerException if something is missing that may not be null
   */
  public User {
    requireNonNull(id, "id");
    requireNonNull(email, "email");
    requireNonNull(canonicalEmail, "canonicalEmail");
    requireNonNull(administrator, "administrator");
    applications = List.copyOf(applications);
    requireNonNull(addedAt, "addedAt");
  }

  /**
   * The person's state on the list of one application.
   *
   * @param application whose list
   * @return the state, or empty if the person is not on it
   */
  public Optional<ListState> stateOn(Application application) {
    return applications.stream()
        .filter(entry -> entry.application().equals(application))
        .map(ApplicationEntry::state)
        .findFirst();
  }
}
