package canon.cpp.cloudservice.testing.internal.state;

import canon.cpp.cloudservice.testing.FakeAccount;
import canon.cpp.cloudservice.testing.FakeClock;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import canon.cpp.cloudservice.testing.internal.state.StateData.MemberData;
import canon.cpp.cloudservice.testing.internal.state.StateData.PrinterData;
import canon.cpp.cloudservice.testing.internal.state.StateData.SiteData;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.store.ApplicationList;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import canon.cpp.cloudservice.testing.internal.wire.JsonPart;
import canon.cpp.cloudservice.testing.internal.wire.Limits;
import canon.cpp.cloudservice.testing.internal.wire.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Reads the sites of a state, with their members and printers. */
final class SiteReader {
  private final NewIds sites;
  private final NewIds users;
  private final NewIds administrators;
  private final NewIds printers;

  SiteReader(NewIds sites, NewIds users, NewIds administrators, NewIds printers) {
    this.sites = sites;
    this.users = users;
    this.administrators = administrators;
    this.printers = printers;
  }

  SiteData site(JsonPart part) {
    SiteData site =
        new SiteData(
            part.optionalText("id").orElseGet(sites::next),
            part.instant("createdAt").orElse(FakeClock.START),
            part.objects("members").stream().map(this::member).toList(),
            part.objects("printers").stream().map(this::printer).toList(),
            part.texts("applicationPrincipals").stream()
                .map(name -> AccountKey.of(FakeAccount.applicationPrincipal(name)))
                .toList());
    part.checkAllKnown();
    return site;
  }

  private MemberData member(JsonPart part) {
    String email = part.text("email");
    try {
      Address.parse(email);
    } catch (IllegalArgumentException e) {
      throw part.wrong("email", "is not valid: " + e.getMessage());
    }
    MemberData member =
        new MemberData(
            part.optionalText("userId").orElseGet(users::next),
            email,
            part.instant("addedAt").orElse(FakeClock.START),
            lists(part.part("lists")),
            part.object("administrator").map(this::role).orElse(null),
            part.object("account")
                .map(account -> AccountReader.key(account, Optional.of(email)))
                .orElse(null),
            part.flag("signedIn", false));
    if (member.lists().isEmpty() && member.administrator() == null) {
      throw part.wrong("is on no list and is not an administrator; a member needs one of the two");
    }
    part.checkAllKnown();
    return member;
  }

  private static Map<ApplicationList, MembershipState> lists(JsonPart part) {
    Map<ApplicationList, MembershipState> lists = new EnumMap<>(ApplicationList.class);
    for (String id : part.names()) {
      ApplicationList list = StateReader.application(part, id, id);
      MembershipState state =
          MembershipState.of(part.text(id))
              .filter(
                  known ->
                      list == ApplicationList.REMOTE_CONTROL || known == MembershipState.ACTIVE)
              .orElseThrow(() -> part.wrong(id, "cannot be " + part.text(id)));
      lists.put(list, state);
    }
    return Map.copyOf(lists);
  }

  private AdministratorRole role(JsonPart part) {
    AdministratorRole role =
        new AdministratorRole(
            part.optionalText("id").orElseGet(administrators::next),
            part.instant("addedAt").orElse(FakeClock.START),
            part.instant("firstSignInAt").orElse(null));
    part.checkAllKnown();
    return role;
  }

  private PrinterData printer(JsonPart part) {
    PrinterData printer =
        new PrinterData(
            part.optionalText("id").orElseGet(printers::next),
            text(part, "series", Limits.SERIES),
            text(part, "serialNumber", Limits.SERIAL_NUMBER),
            text(part, "displayName", Limits.DISPLAY_NAME),
            part.instant("registeredAt").orElse(FakeClock.START),
            part.instant("lastDataAt").orElse(null));
    part.checkAllKnown();
    return printer;
  }

  private static String text(JsonPart part, String field, int max) {
    String text = part.text(field);
    Texts.check(field, text, max)
        .ifPresent(
            error -> {
              throw part.wrong(field, "is not valid: " + error.message());
            });
    return text;
  }
}
