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

/** Checks that ids, addresses, accounts and keys in a state are unique and usable. */
final class StateValidator {
  private final JsonPart root;
  private final Map<String, Position> siteIds = new HashMap<>();
  private final Map<String, Position> userIds = new HashMap<>();
  private final Map<String, Position> administratorIds = new HashMap<>();
  private final Map<String, Position> addresses = new HashMap<>();
  private final Map<AccountKey, Position> accounts = new HashMap<>();
  private final Map<String, Position> printerIds = new HashMap<>();
  private final Map<String, Position> serialNumbers = new HashMap<>();
  private final Map<String, Position> tokens = new HashMap<>();
  private final Map<IdempotentResponses.Scope, Position> keptAnswers = new HashMap<>();

  private StateValidator(JsonPart root) {
    this.root = root;
  }

  /**
   * The position of an entry in a list of the state or of a site. It is rendered as text only for
   * an error, because a state can have a million entries.
   *
   * @param site the index of the site; negative if the list belongs to the state itself
   */
  private record Position(int site, String list, int index) {
    /** Returns the path of a field of the entry, or of the entry itself if the field is empty. */
    String of(String field) {
      return (site < 0 ? "" : "sites[" + site + "].")
          + (list + "[" + index + "]")
          + (field.isEmpty() ? "" : "." + field);
    }
  }

  /**
   * Checks a state.
   *
   * @param root the document from which the state was read
   * @throws MalformedJsonException if the state is inconsistent; the message names the place
   */
  static void check(JsonPart root, StateData state) {
    new StateValidator(root).check(state);
  }

  private void check(StateData state) {
    List<SiteData> sites = state.sites();
    for (int i = 0; i < sites.size(); i++) {
      SiteData site = sites.get(i);
      id(siteIds, site.id(), new Position(-1, "sites", i), "id");
      for (int j = 0; j < site.members().size(); j++) {
        check(site.members().get(j), new Position(i, "members", j));
      }
      for (int j = 0; j < site.printers().size(); j++) {
        check(site.printers().get(j), new Position(i, "printers", j));
      }
      for (int j = 0; j < site.applicationPrincipals().size(); j++) {
        AccountKey principal = site.applicationPrincipals().get(j);
        String name = StateWriter.nameOf(principal);
        checkUnique(accounts, principal, new Position(i, "applicationPrincipals", j), "", name);
      }
    }
    for (int i = 0; i < state.tokens().size(); i++) {
      check(state.tokens().get(i), new Position(-1, "tokens", i));
    }
    for (int i = 0; i < state.keptAnswers().size(); i++) {
      check(state.keptAnswers().get(i), new Position(-1, "keptAnswers", i));
    }
  }

  private void check(MemberData member, Position place) {
    String address = Address.parse(member.email()).canonical();
    checkUnique(addresses, address, place, "email", member.email());
    memberId(userIds, member.userId(), place, "userId");
    AdministratorRole role = member.administrator();
    if (role != null) {
      memberId(administratorIds, role.id(), place, "administrator.id");
    }
    AccountKey account = member.account();
    if (account != null) {
      checkUnique(
          accounts, account, place, "account", account.provider() + ":" + account.subject());
    }
  }

  private void check(PrinterData printer, Position place) {
    id(printerIds, printer.id(), place, "id");
    checkUnique(
        serialNumbers, printer.serialNumber(), place, "serialNumber", printer.serialNumber());
  }

  /** The message names the owner of the token, never the token. */
  private void check(TokenData token, Position place) {
    if (token.text().isEmpty()) {
      throw root.wrong(place.of("token"), "is empty");
    }
    checkUnique(tokens, token.text(), place, "token", "a token of " + token.account());
  }

  private void check(KeptData kept, Position place) {
    IdempotentResponses.Scope scope =
        new IdempotentResponses.Scope(kept.account(), kept.operation(), kept.key());
    checkUnique(keptAnswers, scope, place, "key", kept.key());
  }

  /** The service reads a key that contains @ as an address, so such an id could never be found. */
  private void memberId(Map<String, Position> seen, String id, Position place, String field) {
    if (id.indexOf('@') >= 0) {
      throw root.wrong(place.of(field), "contains @ and would be read as an address: " + id);
    }
    id(seen, id, place, field);
  }

  private void id(Map<String, Position> seen, String id, Position place, String field) {
    if (id.isEmpty()) {
      throw root.wrong(place.of(field), "is empty");
    }
    checkUnique(seen, id, place, field, id);
  }

  private <T> void checkUnique(
      Map<T, Position> seen, T value, Position place, String field, String shown) {
    Position before = seen.putIfAbsent(value, place);
    if (before != null) {
      throw root.wrong(place.of(field), "has the same value as $." + before.of("") + ": " + shown);
    }
  }
}
