package canon.cpp.cloudservice.membership;

import static java.util.Objects.requireNonNull;

import canon.cpp.cloudservice.errors.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What the service knows of one typed address (D6). Two addresses with the same canonical form are
 * the same person.
 *
 * @param typed the address as it was given to {@link Users#resolve}
 * @param canonicalEmail the address as the service compares it; null if it is malformed
 * @param userId the id of the user with this address; null if there is none at this site
 * @param administratorId the id of the administrator with this address; null if there is none at
 *     this site
 * @param error why the address is malformed; null if it is not
 */
public record ResolvedAddress(
    String typed,
    @Nullable String canonicalEmail,
    @Nullable String userId,
    @Nullable String administratorId,
    @Nullable FieldError error) {

  public ResolvedAddress {
    requireNonNull(typed, "typed");
  }

  /**
   * Returns whether the address is malformed; {@link #error} has the reason.
   *
   * @return false if the address has a canonical form
   */
  public boolean isMalformed() {
    return error != null;
  }

  /**
   * Returns whether a user or an administrator of this site has the address.
   *
   * @return false also for the address of another site (D16)
   */
  public boolean isMember() {
    return userId != null || administratorId != null;
  }
}
