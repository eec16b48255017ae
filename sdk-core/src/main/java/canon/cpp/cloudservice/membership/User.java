package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.Application;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cloud service user: a member on the user list of at least one application (D18). Administrators
 * on a list are users too.
 *
 * @param id the service's id, {@code usr_…}
 * @param email the address as it was typed
 * @param canonicalEmail the address as the service compares it (D6)
 * @param administrator whether the user is also an administrator
 * @param applications the lists with this user; empty only for a user who was just removed
 * @param addedAt when the user was added
 * @param etag the version of lists and role, for {@link RemoveUser#ifMatch}; null if not known
 */
public record User(
    String id,
    String email,
    String canonicalEmail,
    AdministratorState administrator,
    List<ApplicationEntry> applications,
    Instant addedAt,
    @Nullable String etag) {

  public User {
    requireNonNull(id, "id");
    requireNonNull(email, "email");
    requireNonNull(canonicalEmail, "canonicalEmail");
    requireNonNull(administrator, "administrator");
    applications = List.copyOf(applications);
    requireNonNull(addedAt, "addedAt");
  }

  /**
   * Creates a user without etag.
   *
   * @param id the service's id, {@code usr_…}
   * @param email the address as it was typed
   * @param canonicalEmail the address as the service compares it
   * @param administrator whether the user is also an administrator
   * @param applications the lists with this user
   * @param addedAt when the user was added
   */
  public User(
      String id,
      String email,
      String canonicalEmail,
      AdministratorState administrator,
      List<ApplicationEntry> applications,
      Instant addedAt) {
    this(id, email, canonicalEmail, administrator, applications, addedAt, null);
  }

  /**
   * Returns the user's state on the list of one application.
   *
   * @param application the application
   * @return the state, or empty if the user is not on the list
   */
  public Optional<ListState> stateOn(Application application) {
    return applications.stream()
        .filter(entry -> entry.application().equals(application))
        .map(ApplicationEntry::state)
        .findFirst();
  }
}
