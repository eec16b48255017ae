package canon.cpp.cloudservice.testing.internal.store;

import canon.cpp.cloudservice.testing.internal.membership.Address;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a site knows: on application lists, with the role of administrator, or both. Only
 * {@link Members} changes one, because its indexes have to follow.
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

  /** A member just as it was; {@link Members#restore} makes it known. */
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

  /** When the site began to know the member. */
  public Instant addedAt() {
    return addedAt;
  }

  public Map<ApplicationList, MembershipState> lists() {
    return Collections.unmodifiableMap(lists);
  }

  public Optional<MembershipState> stateOn(ApplicationList list) {
    return Optional.ofNullable(lists.get(list));
  }

  /** Whether the member is a user: on at least one list (D18). */
  public boolean isUser() {
    return !lists.isEmpty();
  }

  public Optional<AdministratorRole> role() {
    return Optional.ofNullable(role);
  }

  /** The account that the invitation is bound to (D33); empty until the first sign-in. */
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
