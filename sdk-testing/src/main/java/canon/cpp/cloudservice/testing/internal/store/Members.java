package canon.cpp.cloudservice.testing.internal.store;

import canon.cpp.cloudservice.testing.internal.membership.Address;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The members of all sites. All changes to members go through this class. */
public final class Members {
  private final Map<String, Member> byAddress = new HashMap<>();
  private final Map<AccountKey, Member> byAccount = new HashMap<>();
  private final Map<String, Member> byUserId = new HashMap<>();
  private final Map<String, Member> byAdministratorId = new HashMap<>();
  private final Ids userIds = new Ids("usr");
  private final Ids administratorIds = new Ids("adm");

  public Optional<Member> withAddress(String canonical) {
    return Optional.ofNullable(byAddress.get(canonical));
  }

  public Optional<Member> boundTo(AccountKey account) {
    return Optional.ofNullable(byAccount.get(account));
  }

  public Optional<Member> withUserId(String id) {
    return Optional.ofNullable(byUserId.get(id));
  }

  public Optional<Member> withAdministratorId(String id) {
    return Optional.ofNullable(byAdministratorId.get(id));
  }

  /**
   * Adds a member without lists and without a role. The caller must grant at least one of them at
   * once.
   */
  public Member add(Site site, Address address, Instant now) {
    Member member = new Member(userIds.next(), site, address, now);
    byAddress.put(address.canonical(), member);
    byUserId.put(member.userId(), member);
    return member;
  }

  /** Puts a member on a list. Returns {@code false} if the member was on it already. */
  public boolean putOn(Member member, ApplicationList list, MembershipState state) {
    if (member.stateOn(list).isPresent()) {
      return false;
    }
    member.put(list, state);
    member.site().index(member);
    return true;
  }

  /**
   * Makes an entry of the Remote Control list active (D9). Returns {@code false} if it was active
   * already.
   */
  public boolean activate(Member member) {
    if (member
        .stateOn(ApplicationList.REMOTE_CONTROL)
        .equals(Optional.of(MembershipState.ACTIVE))) {
      return false;
    }
    member.put(ApplicationList.REMOTE_CONTROL, MembershipState.ACTIVE);
    member.site().index(member);
    return true;
  }

  /** Removes a member from lists. A member without lists and without a role is deleted (D14). */
  public void removeFrom(Member member, Collection<ApplicationList> lists) {
    lists.forEach(member::remove);
    reindex(member);
  }

  /** Invites a member as administrator. Returns {@code false} if the member was one already. */
  public boolean inviteAsAdministrator(Member member, Instant now) {
    if (member.role().isPresent()) {
      return false;
    }
    AdministratorRole role = new AdministratorRole(administratorIds.next(), now, null);
    member.setRole(role);
    byAdministratorId.put(role.id(), member);
    member.site().index(member);
    return true;
  }

  /** Removes the administrator role (D13). A member without lists is then deleted (D14). */
  public void removeRole(Member member) {
    member.role().ifPresent(role -> byAdministratorId.remove(role.id()));
    member.setRole(null);
    reindex(member);
  }

  /** Binds a member to an account (D33). */
  public void bind(Member member, AccountKey account) {
    member.account().ifPresent(byAccount::remove);
    member.setAccount(account);
    byAccount.put(account, member);
  }

  /** Records a sign-in, which makes an invited administrator active (D10). */
  public void signIn(Member member, Instant now) {
    member.setSignedIn();
    member.role().ifPresent(role -> member.setRole(role.activeSince(now)));
    member.site().index(member);
  }

  /** Adds a restored member under its own ids, which must be unique. */
  public void restore(Member member) {
    byAddress.put(member.address().canonical(), member);
    byUserId.put(member.userId(), member);
    member.role().ifPresent(role -> byAdministratorId.put(role.id(), member));
    member.account().ifPresent(account -> byAccount.put(account, member));
    member.site().index(member);
  }

  public Ids userIds() {
    return userIds;
  }

  public Ids administratorIds() {
    return administratorIds;
  }

  void clear() {
    byAddress.clear();
    byAccount.clear();
    byUserId.clear();
    byAdministratorId.clear();
    userIds.goOnAfter(0);
    administratorIds.goOnAfter(0);
  }

  /** Returns whether the member was deleted (D14). */
  public boolean isGone(Member member) {
    return byUserId.get(member.userId()) != member;
  }

  private void reindex(Member member) {
    member.site().index(member);
    if (!member.isUser() && member.role().isEmpty()) {
      byAddress.remove(member.address().canonical());
      byUserId.remove(member.userId());
      member.account().ifPresent(byAccount::remove);
    }
  }
}
