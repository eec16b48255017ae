package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.store.State;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who an account is: a member of a site, or, without member, an application principal (D34). */
public record Identity(Site site, @Nullable Member memberOrNull) {
  static Identity of(Member member) {
    return new Identity(member.site(), member);
  }

  public Optional<Member> member() {
    return Optional.ofNullable(memberOrNull);
  }

  /** A principal is active from the start. */
  public boolean isActiveAdministrator() {
    return memberOrNull == null
        || memberOrNull.role().filter(role -> role.state() == State.ACTIVE).isPresent();
  }

  public boolean hasSignedIn() {
    return memberOrNull == null || memberOrNull.hasSignedIn();
  }

  boolean isInvitedAdministrator() {
    Optional<AdministratorRole> role = member().flatMap(Member::role);
    return role.filter(found -> found.state() == State.INVITED).isPresent();
  }
}
