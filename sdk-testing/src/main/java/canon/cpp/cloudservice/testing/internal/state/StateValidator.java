package canon.cpp.cloudservice.testing.internal.state;

import canon.cpp.cloudservice.testing.internal.idempotency.IdempotentResponses;
import canon.cpp.cloudservice.testing.internal.membership.Address;
import canon.cpp.cloudservice.testing.internal.state.StateData.KeptData;
import canon.cpp.cloudservice.testing.internal.state.StateData.MemberData;
import canon.cpp.cloudservice.testing.internal.state.StateData.PrinterData;
import canon.cpp.cloudservice.testing.internal.state.StateData.SiteData;
import canon.cpp.cloudservice.testing.internal.state.StateData.TokenData;
import canon.cpp.cloudservice.testing.internal.store.AccountKey;
import canon.cpp.cloudservice.testing.internal.store.AdministratorRole;
import canon.cpp.cloudservice.testing.internal.wire.JsonPart;
import canon.cpp.cloudservice.testing.internal.wire.MalformedJsonException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what a state says twice, though there can be only one, and names that nothing has. */
final class StateValidator {
  private final JsonPart root;
  private final Map<String, Place> siteIds = new HashMap<>();
  private final Map<String, Place> userIds = new HashMap<>();
  private final Map<String, Place> administratorIds = new HashMap<>();
  private final Map<String, Place> addresses = new HashMap<>();
  private final Map<AccountKey, Place> accounts = new HashMap<>();
  private final Map<String, Place> printerIds = new HashMap<>();
  private final Map<String, Place> serialNumbers = new HashMap<>();
  private final Map<String, Place> tokens = new HashMap<>();
  private final Map<IdempotentResponses.Scope, Place> keptAnswers = new HashMap<>();

  private StateValidator(JsonPart root) {
    this.root = root;
  }

  /**
   * Where something stands: in a list of the state, or in one of a site. A state can have a million
   * of them, so it becomes a text only if there is something to say.
   *
   * @param site the index of the site; negative for none
   */
  private record Place(int site, String list, int index) {
    /** The place of a field in it, or its own if that is empty. */
    String of(String field) {
      return (site < 0 ? "" : "sites[" + site + "].")
          + (list + "[" + index + "]")
          + (field.isEmpty() ? "" : "." + field);
    }
  }

  /**
   * Checks what was read.
   *
   * @param root the document that it was read from
   * @throws MalformedJsonException if it contradicts itself; says where
   */
  static void check(JsonPart root, StateData state) {
    new StateValidator(root).check(state);
  }

  private void check(StateData state) {
    List<SiteData> sites = state.sites();
    for (int i = 0; i < sites.size(); i++) {
      SiteData site = sites.get(i);
      id(siteIds, site.id(), new Place(-1, "sites", i), "id");
      for (int j = 0; j < site.members().size(); j++) {
        check(site.members().get(j), new Place(i, "members", j));
      }
      for (int j = 0; j < site.printers().size(); j++) {
        check(site.printers().get(j), new Place(i, "printers", j));
      }
      for (int j = 0; j < site.applicationPrincipals().size(); j++) {
        AccountKey principal = site.applicationPrincipals().get(j);
        String name = StateWriter.nameOf(principal);
        once(accounts, principal, new Place(i, "applicationPrincipals", j), "", name);
      }
    }
    for (int i = 0; i < state.tokens().size(); i++) {
      check(state.tokens().get(i), new Place(-1, "tokens", i));
    }
    for (int i = 0; i < state.keptAnswers().size(); i++) {
      check(state.keptAnswers().get(i), new Place(-1, "keptAnswers", i));
    }
  }

  private void check(MemberData member, Place place) {
    String address = Address.parse(member.email()).canonical();
    once(addresses, address, place, "email", member.email());
    memberId(userIds, member.userId(), place, "userId");
    AdministratorRole role = member.administrator();
    if (role != null) {
      memberId(administratorIds, role.id(), place, "administrator.id");
    }
    AccountKey account = member.account();
    if (account != null) {
      once(accounts, account, place, "account", account.provider() + ":" + account.subject());
    }
  }

  private void check(PrinterData printer, Place place) {
    id(printerIds, printer.id(), place, "id");
    once(serialNumbers, printer.serialNumber(), place, "serialNumber", printer.serialNumber());
  }

  /** Does not say the token, but whose it is. */
  private void check(TokenData token, Place place) {
    if (token.text().isEmpty()) {
      throw root.wrong(place.of("token"), "is empty");
    }
    once(tokens, token.text(), place, "token", "a token of " + token.account());
  }

  private void check(KeptData kept, Place place) {
    IdempotentResponses.Scope scope =
        new IdempotentResponses.Scope(kept.account(), kept.operation(), kept.key());
    once(keptAnswers, scope, place, "key", kept.key());
  }

  /** The service takes whatever has an @ for an address, and would find nobody by such an id. */
  private void memberId(Map<String, Place> seen, String id, Place place, String field) {
    if (id.indexOf('@') >= 0) {
      throw root.wrong(place.of(field), "would be taken for an address: " + id);
    }
    id(seen, id, place, field);
  }

  private void id(Map<String, Place> seen, String id, Place place, String field) {
    if (id.isEmpty()) {
      throw root.wrong(place.of(field), "is empty");
    }
    once(seen, id, place, field, id);
  }

  private <T> void once(Map<T, Place> seen, T value, Place place, String field, String shown) {
    Place before = seen.putIfAbsent(value, place);
    if (before != null) {
      throw root.wrong(place.of(field), "is what $." + before.of("") + " has already: " + shown);
    }
  }
}
