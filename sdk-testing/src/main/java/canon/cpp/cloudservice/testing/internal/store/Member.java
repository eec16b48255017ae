package canon.cpp.cloudservice.testing.internal.store;

import canon.cpp.cloudservice.testing.internal.membership.Address;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member of a site: on application user lists, an administrator, or both. Only {@link Members}
 * changes a member, because it keeps the indexes up to date.
 */
public final class Member {
  private final String userId;
  private final Site site;
  private final Address address;
  private final Map<ApplicationList, MembershipState> lists = new EnumMap<>(ApplicationList.class);
  private final Instant addedAt;
  private @Nullable AdministratorRole role;
  private @Nullable AccountKey account;
  private boolean signedIn;

  Member(String userId, Site site, Address address, Instant addedAt) {
    this.userId = userId;
    this.site = site;
    this.address = address;
    this.addedAt = addedAt;
  }

  /** Returns a member with the given state. {@link Members#restore} adds it to the indexes. */
  public static Member restored(
      String userId,
      Site site,
      Address address,
      Instant addedAt,
      Map<ApplicationList, MembershipState> lists,
      @Nullable AdministratorRole role,
      @Nullable AccountKey account,
      boolean signedIn) {
    Member member = new Member(userId, site, address, addedAt);
    member.lists.putAll(lists);
    member.role = role;
    member.account = account;
    member.signedIn = signedIn;
    return member;
  }

  public String userId() {
    return userId;
  }

  public Site site() {
    return site;
  }

  public Address address() {
    return address;
  }

  /** Returns when the member was added to the site. */
  public Instant addedAt() {
    return addedAt;
  }

  public Map<ApplicationList, MembershipState> lists() {
    return Collections.unmodifiableMap(lists);
  }

  public Optional<MembershipState> stateOn(ApplicationList list) {
    return Optional.ofNullable(lists.get(list));
  }

  /** Returns whether the member is a user, that is, on at least one list (D18). */
  public boolean isUser() {
    return !lists.isEmpty();
  }

  public Optional<AdministratorRole> role() {
    return Optional.ofNullable(role);
  }

  /** Returns the account to which the member is bound (D33); empty before the first sign-in. */
  public Optional<AccountKey> account() {
    return Optional.ofNullable(account);
  }

  public boolean hasSignedIn() {
    return signedIn;
  }

  void put(ApplicationList list, MembershipState state) {
    lists.put(list, state);
  }

  void remove(ApplicationList list) {
    lists.remove(list);
  }

  void setRole(@Nullable AdministratorRole role) {
    this.role = role;
  }

  void setAccount(AccountKey account) {
    this.account = account;
  }

  void setSignedIn() {
    signedIn = true;
  }
}
