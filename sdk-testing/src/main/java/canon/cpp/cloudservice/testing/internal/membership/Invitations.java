package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Adds users and administrators, or restores missing lists of existing members (D15). */
public final class Invitations {
  private Invitations() {}

  /**
   * The member, and whether the role and each list are new; {@code false} if they were present
   * before.
   */
  public record Result(Member member, boolean newRole, Map<ApplicationList, Boolean> lists) {}

  /** Adds a user to all three lists, as invited to Remote Control (D8). */
  public static Result user(Members members, Site site, Address address, Instant now) {
    Member member = memberFor(members, site, address, now);
    List<ApplicationList> all = List.of(ApplicationList.values());
    return new Result(member, false, putOn(members, member, all));
  }

  /** Invites an administrator and adds it to the Dashboard and Remote Match lists (D10). */
  public static Result administrator(Members members, Site site, Address address, Instant now) {
    Member member = memberFor(members, site, address, now);
    boolean added = members.inviteAsAdministrator(member, now);
    List<ApplicationList> two = List.of(ApplicationList.DASHBOARD, ApplicationList.REMOTE_MATCH);
    return new Result(member, added, putOn(members, member, two));
  }

  /** An address belongs to one site only (D2, D3, D16). */
  private static Member memberFor(Members members, Site site, Address address, Instant now) {
    Member member =
        members.withAddress(address.canonical()).orElseGet(() -> members.add(site, address, now));
    if (member.site() != site) {
      throw new ProblemException(ProblemKind.ACCOUNT_REGISTERED_ELSEWHERE);
    }
    return member;
  }

  private static Map<ApplicationList, Boolean> putOn(
      Members members, Member member, List<ApplicationList> lists) {
    Map<ApplicationList, Boolean> changes = new EnumMap<>(ApplicationList.class);
    for (ApplicationList list : lists) {
      MembershipState state =
          list == ApplicationList.REMOTE_CONTROL ? MembershipState.INVITED : MembershipState.ACTIVE;
      changes.put(list, members.putOn(member, list, state));
    }
    return changes;
  }
}
