package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import canon.cpp.cloudservice.testing.internal.store.Site;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identity behind an account: a member of a site, or an application principal, which has no
 * member (D34).
 */
public record AccountIdentity(Site site, @Nullable Member memberOrNull) {
  static AccountIdentity of(Member member) {
    return new AccountIdentity(member.site(), member);
  }

  public Optional<Member> member() {
    return Optional.ofNullable(memberOrNull);
  }

  /** Returns whether the account is an active administrator. An application principal always is. */
  public boolean isActiveAdministrator() {
    return memberOrNull == null
        || memberOrNull.role().filter(role -> role.state() == MembershipState.ACTIVE).isPresent();
  }

  public boolean hasSignedIn() {
    return memberOrNull == null || memberOrNull.hasSignedIn();
  }

  boolean isInvitedAdministrator() {
    Optional<AdministratorRole> role = member().flatMap(Member::role);
    return role.filter(found -> found.state() == MembershipState.INVITED).isPresent();
  }
}
