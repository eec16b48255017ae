package canon.cpp.cloudservice.testing.internal.console;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.internal.context.FakeContext;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import canon.cpp.cloudservice.testing.internal.state.StateData;
import canon.cpp.cloudservice.testing.internal.state.StateData.MemberData;
import canon.cpp.cloudservice.testing.internal.state.StateData.SiteData;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The state of the fake as the signed-in user sees it. Reading it is not a request to the service.
 */
record ConsoleView(
    StateData state,
    Optional<FakeAccount> account,
    Optional<ConsoleMessage> message,
    ConsoleQuery query) {

  static ConsoleView of(FakeContext parts, Optional<ConsoleSession> session, ConsoleQuery query) {
    StateData now = parts.atomically(() -> parts.keeper().take(parts.clock().instant()));
    return new ConsoleView(
        now,
        session.flatMap(ConsoleSession::account),
        session.flatMap(ConsoleSession::takeMessage),
        query);
  }

  /** Returns the site of the administrator who is signed in. */
  Optional<SiteData> site() {
    return account.flatMap(
        who -> state.sites().stream().filter(site -> administers(site, who)).findFirst());
  }

  private static boolean administers(SiteData site, FakeAccount who) {
    return site.applicationPrincipals().contains(AccountKey.of(who))
        || site.members().stream()
            .anyMatch(member -> isActiveAdministrator(member) && isOf(member, who));
  }

  private static boolean isOf(MemberData member, FakeAccount who) {
    return member.account() == null
        ? who.canonicalEmail().equals(Optional.of(Address.parse(member.email()).canonical()))
        : AccountKey.of(who).equals(member.account());
  }

  private static boolean isActiveAdministrator(MemberData member) {
    return member.administrator() != null
        && member.administrator().state() == MembershipState.ACTIVE;
  }

  static List<MemberData> on(SiteData site, ApplicationList application) {
    return site.members().stream()
        .filter(member -> member.lists().containsKey(application))
        .toList();
  }

  /** A member with the role. */
  record Administrator(MemberData member, AdministratorRole role) {}

  static List<Administrator> administrators(SiteData site) {
    return site.members().stream()
        .flatMap(
            member ->
                Stream.ofNullable(member.administrator())
                    .map(role -> new Administrator(member, role)))
        .toList();
  }

  Set<ApplicationList> licences(String serialNumber) {
    return state.licences().getOrDefault(serialNumber, Set.of());
  }

  /** Returns what was entered in a field of a rejected form; otherwise the default. */
  String entered(String action, String field, String otherwise) {
    return message
        .filter(shown -> shown.action().equals(action))
        .map(shown -> shown.entered().get(field))
        .orElse(otherwise);
  }

  /** Returns the message that belongs to a section. */
  Optional<ConsoleMessage> messageFor(String place) {
    return message.filter(shown -> shown.place().equals(place));
  }
}
