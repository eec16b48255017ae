package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cloud service administrator of the site (D10).
 *
 * @param id the service's id, {@code adm_…}
 * @param email the address as it was typed
 * @param canonicalEmail the address as the service compares it (D6)
 * @param state invited, or active once signed in
 * @param addedAt when the person became an administrator
 * @param firstSignInAt when the administrator first signed in; null while invited
 * @param etag the version of lists and role, for {@link RemoveAdministrator#ifMatch}; null if not
 *     known
 */
public record Administrator(
    String id,
    String email,
    String canonicalEmail,
    AdministratorState state,
    Instant addedAt,
    @Nullable Instant firstSignInAt,
    @Nullable String etag) {

  public Administrator {
    requireNonNull(id, "id");
    requireNonNull(email, "email");
    requireNonNull(canonicalEmail, "canonicalEmail");
    requireNonNull(state, "state");
    requireNonNull(addedAt, "addedAt");
  }

  /**
   * Creates an administrator without etag.
   *
   * @param id the service's id, {@code adm_…}
   * @param email the address as it was typed
   * @param canonicalEmail the address as the service compares it
   * @param state invited, or active once signed in
   * @param addedAt when the member became an administrator
   * @param firstSignInAt when the administrator first signed in; null while invited
   */
  public Administrator(
      String id,
      String email,
      String canonicalEmail,
      AdministratorState state,
      Instant addedAt,
      @Nullable Instant firstSignInAt) {
    this(id, email, canonicalEmail, state, addedAt, firstSignInAt, null);
  }
}
