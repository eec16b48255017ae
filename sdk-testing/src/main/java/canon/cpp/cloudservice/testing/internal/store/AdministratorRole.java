package canon.cpp.cloudservice.testing.internal.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The role of an administrator. It becomes active at the first sign-in (D10). */
public record AdministratorRole(String id, Instant addedAt, @Nullable Instant firstSignInAt) {
  public MembershipState state() {
    return firstSignInAt == null ? MembershipState.INVITED : MembershipState.ACTIVE;
  }

  AdministratorRole activeSince(Instant instant) {
    return firstSignInAt == null ? new AdministratorRole(id, addedAt, instant) : this;
  }
}
