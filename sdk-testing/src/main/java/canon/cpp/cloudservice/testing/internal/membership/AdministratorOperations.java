package canon.cpp.cloudservice.testing.internal.membership;

import canon.cpp.cloudservice.testing.internal.paging.Pages;
import canon.cpp.cloudservice.testing.internal.service.Operation;
import canon.cpp.cloudservice.testing.internal.service.OperationContext;
import canon.cpp.cloudservice.testing.internal.store.Member;
import canon.cpp.cloudservice.testing.internal.store.MemberIndex;
import canon.cpp.cloudservice.testing.internal.store.Members;
import canon.cpp.cloudservice.testing.internal.store.MembershipState;
import canon.cpp.cloudservice.testing.internal.store.Site;
import canon.cpp.cloudservice.testing.internal.wire.BodyFields;
import canon.cpp.cloudservice.testing.internal.wire.Json;
import canon.cpp.cloudservice.testing.internal.wire.Problem;
import canon.cpp.cloudservice.testing.internal.wire.ProblemException;
import canon.cpp.cloudservice.testing.internal.wire.ProblemKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cloud service administrators: D7, D10, D13, D14, D16. */
public final class AdministratorOperations {
  private static final String PATH = "/v1/administrators";
  private static final String KEY_PATH = PATH + "/{administratorKey}";

  private final Accounts accounts;
  private final Members members;
  private final Pages pages;

  public AdministratorOperations(Accounts accounts, Members members, Pages pages) {
    this.accounts = accounts;
    this.members = members;
    this.pages = pages;
  }

  public List<Operation> operations() {
    return List.of(
        Operation.read("listAdministrators", "GET", PATH, this::list),
        Operation.change("addAdministrator", "POST", PATH, this::add),
        Operation.read("getAdministrator", "GET", KEY_PATH, this::get),
        Operation.change("removeAdministrator", "DELETE", KEY_PATH, this::remove));
  }

  private ObjectNode list(OperationContext exchange) {
    Site site = accounts.administrator(exchange.account());
    Optional<MembershipState> state =
        exchange
            .query()
            .value("state")
            .flatMap(id -> Choices.state(exchange.errors(), "state", id));
    MemberIndex index = state.map(MemberIndex::administrators).orElse(MemberIndex.ADMINISTRATORS);
    return pages.page(
        exchange,
        site,
        index.name(),
        site.members(index),
        "",
        member -> true,
        MemberJson::administrator);
  }

  private ObjectNode get(OperationContext exchange) {
    Site site = accounts.administrator(exchange.account());
    return MemberJson.administrator(member(exchange, site));
  }

  private ObjectNode add(OperationContext exchange) {
    Site site = accounts.administrator(exchange.account());
    BodyFields fields = exchange.body();
    Optional<Address> email = Addresses.read(fields, "email");
    fields.check();

    Invitations.Result added =
        Invitations.administrator(members, site, email.orElseThrow(), exchange.now());
    ObjectNode answer = Json.object();
    answer.set("administrator", MemberJson.administrator(added.member()));
    answer.put("role", added.newRole() ? "added" : "alreadyPresent");
    MemberJson.changes(answer, added.lists(), "added", "alreadyPresent");
    return answer;
  }

  /** Check and removal are one step, because whoever runs this holds the lock of the store. */
  private ObjectNode remove(OperationContext exchange) {
    Site site = accounts.administrator(exchange.account());
    Member member = member(exchange, site);
    Map<String, Member> active = site.members(MemberIndex.ADMINISTRATORS_ACTIVE);
    if (active.size() == 1 && active.containsValue(member)) {
      throw new ProblemException(ProblemKind.LAST_ADMINISTRATOR);
    }
    ObjectNode answer = Json.object();
    answer.set("administrator", MemberJson.administrator(member));
    members.takeRole(member);
    return answer.put("gone", members.isGone(member));
  }

  private Member member(OperationContext exchange, Site site) {
    Optional<MemberKey> key = MemberKey.read(exchange, "administratorKey");
    exchange.errors().check();
    return key.flatMap(found -> found.find(members, site, members::withAdministratorId))
        .filter(member -> member.role().isPresent())
        .orElseThrow(() -> new ProblemException(Problem.notFound("administrator")));
  }
}
